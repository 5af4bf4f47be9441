"""What laws, contracts, courts and officials say somebody shall, may or must not do to visits."""
