"""`visitwatch accounts`: who may judge changes in the history browser, and who looks after them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from app.config import ConfigError
from app.groups import Group
from app.installation import Installation, installation, utc_now
from app.output import day_time, out, print_json, print_table, safe
from monitors.records import Account, Role
from web.passwords import fresh_password, hashed, password_fault
from web.views.accounts import name_fault

ROLES = click.Choice([role.value for role in Role])


@click.group(
    "accounts", cls=Group, help="Who may judge changes in the history browser: list, add, role, password, close, open."
)
def accounts_command() -> None:
    pass


@accounts_command.command("list", help="Every account with its role.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def accounts_list(path: Path, /, as_json: bool) -> int:
    with installation(path, synchronise=False) as here:
        known = here.store.accounts()
    if as_json:
        for account in known:
            print_json({"name": account.name, "role": account.role, "active": account.active, "at": account.added_at})
        return 0
    print_table(
        "Accounts", ("name", "role", "since", ""),
        map(_row, known),
        "No accounts. `visitwatch accounts add NAME --role admin` makes the first.",
    )  # fmt: skip
    return 0


def _row(account: Account) -> tuple[str, ...]:
    since = day_time(account.added_at) if account.added_at else ""
    return account.name, account.role.value, since, "" if account.active else "closed"


@accounts_command.command("add", help="Add an account and print its first password; --password-stdin takes one.")
@click.argument("name")
@click.option("--role", type=ROLES, default=Role.ANALYST.value, show_default=True, help="What it may do.")
@click.option("--password-stdin", "given", is_flag=True, help="Read the password from standard input.")
@click.pass_obj
def accounts_add(path: Path, /, name: str, role: str, given: bool) -> int:
    if fault := name_fault(name):
        raise ConfigError([f"{name!r}: {fault}"])
    password = _password(given)
    with installation(path, synchronise=False) as here:
        if here.store.add_account(name, Role(role), hashed(password), utc_now()) is None:
            raise ConfigError([f'the name "{name}" is taken; `visitwatch accounts list` shows all'])
    out.print(f"added [bold]{safe(name)}[/bold], {role}")
    _tell(password, given)
    return 0


@accounts_command.command("role", help="Give an account another role; it logs in anew.")
@click.argument("name")
@click.argument("role", type=ROLES)
@click.pass_obj
def accounts_role(path: Path, /, name: str, role: str) -> int:
    with installation(path, synchronise=False) as here:
        here.store.change_account(_account(here, name).id, role=Role(role))
    out.print(f"{safe(name)} is {role} now")
    return 0


@accounts_command.command("password", help="Set a new password and print it; --password-stdin takes one.")
@click.argument("name")
@click.option("--password-stdin", "given", is_flag=True, help="Read the password from standard input.")
@click.pass_obj
def accounts_password(path: Path, /, name: str, given: bool) -> int:
    password = _password(given)
    with installation(path, synchronise=False) as here:
        here.store.change_account(_account(here, name).id, password=hashed(password))
    out.print(f"{safe(name)} has a new password and is logged out everywhere")
    _tell(password, given)
    return 0


@accounts_command.command("close", help="Let an account in no more; what it said stays.")
@click.argument("name")
@click.pass_obj
def accounts_close(path: Path, /, name: str) -> int:
    return _set_active(path, name, False)


@accounts_command.command("open", help="Let a closed account in again.")
@click.argument("name")
@click.pass_obj
def accounts_open(path: Path, /, name: str) -> int:
    return _set_active(path, name, True)


def _set_active(path: Path, name: str, active: bool) -> int:
    with installation(path, synchronise=False) as here:
        here.store.change_account(_account(here, name).id, active=active)
    out.print(f"{safe(name)} is {'open' if active else 'closed'}")
    return 0


def _account(here: Installation, name: str) -> Account:
    known = here.store.account(name)
    if known is None:
        raise ConfigError([f'no account "{name}"; `visitwatch accounts list` shows all'])
    return known[0]


def _password(given: bool) -> str:
    if not given:
        return fresh_password()
    password = sys.stdin.readline().rstrip("\n")
    if fault := password_fault(password):
        raise ConfigError([fault])
    return password


def _tell(password: str, given: bool) -> None:
    if not given:
        out.print(f"its password, shown only now: {safe(password)}")
