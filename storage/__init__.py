"""Storage: the database and the bodies behind one synchronous door, `open_store`."""

from storage.chain import SnapshotInfo
from storage.changes import ChangeQuery, ChangeRow
from storage.checks import CheckWrite
from storage.claims import MonitorState
from storage.errors import BodyDamaged, StaleWrite, StoreError
from storage.fact_rows import FactMoved
from storage.faults import Fault, FaultKind
from storage.listing import MonitorListed, MonitorQuery, Standing
from storage.lookup import AsOf, SaidBy
from storage.owed import Owed, OwedLetter
from storage.pages import PageWrite
from storage.panel import Told
from storage.roots import Root
from storage.snapshots import VersionSummary
from storage.standings import Standings
from storage.store import Store, open_store

__all__ = [
    "AsOf",
    "BodyDamaged",
    "ChangeQuery",
    "ChangeRow",
    "CheckWrite",
    "FactMoved",
    "Fault",
    "FaultKind",
    "MonitorListed",
    "MonitorQuery",
    "MonitorState",
    "Owed",
    "OwedLetter",
    "PageWrite",
    "Root",
    "SaidBy",
    "SnapshotInfo",
    "StaleWrite",
    "Standing",
    "Standings",
    "Store",
    "StoreError",
    "Told",
    "VersionSummary",
    "open_store",
]
