"""What a line says is done to visits, or holds for them: stopped, opened, offered, asked, promised."""
