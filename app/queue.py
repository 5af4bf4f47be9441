"""The queue of many workers: procrastinate's tables in a schema of their own, beside ours in the same database.

A job says no more than which gate to ask. What is due is in our own tables, so a job that is lost, or runs twice, does
no harm: the planner makes another. That is also why the queue is simply made anew for another version of procrastinate.
"""

from __future__ import annotations

import importlib.metadata
import logging
from collections.abc import Sequence
from datetime import timedelta

from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued, ConnectorException
from procrastinate.jobs import Job, Status
from procrastinate.utils import utcnow

log = logging.getLogger("visitwatch.queue")

SCHEMA = "visitwatch_queue"
CRAWL, CONTROL, MAIL = "crawl", "control", "mail"
CRAWL_TASK = "crawl_gate"
QueueError = ConnectorException


def queue_app(url: str, *, connections: int = 6) -> App:
    """The queue in the database at `url`, not opened yet."""
    address = "postgresql://" + url.partition("://")[2]
    connector = PsycopgConnector(
        conninfo=address,
        kwargs={"options": f"-c search_path={SCHEMA}", "connect_timeout": 10},
        min_size=1,
        max_size=connections,
        timeout=10,
    )
    return App(connector=connector)


async def ensure_queue(app: App) -> None:
    """Leave the queue's tables there, as this version of procrastinate wants them. One process at a time; what waited
    in tables of another version is thrown away, the planner makes it anew."""
    version = importlib.metadata.version("procrastinate")
    one_at_a_time = f"SELECT pg_advisory_xact_lock(hashtext('{SCHEMA}'));"
    look = f"SELECT obj_description(to_regnamespace('{SCHEMA}'), 'pg_namespace') AS version"
    if (await app.connector.execute_query_one_async(look))["version"] == version:
        return
    # One statement string is one transaction: either all of it is there or nothing.
    found = f"obj_description(to_regnamespace('{SCHEMA}'), 'pg_namespace') IS DISTINCT FROM '{version}'"
    tables = app.schema_manager.get_schema().replace("$schema$", "$ $")
    statement = (
        f"{one_at_a_time} DO $check$ BEGIN IF {found} THEN DROP SCHEMA IF EXISTS {SCHEMA} CASCADE; "
        f"CREATE SCHEMA {SCHEMA}; COMMENT ON SCHEMA {SCHEMA} IS '{version}'; "
        f"SET LOCAL search_path = {SCHEMA}; EXECUTE $schema${tables}$schema$; END IF; END $check$;"
    )
    await app.connector.execute_query_async(statement.replace("%", "%%"))
    log.info("the queue's tables are made for procrastinate %s", version)


async def waiting(app: App) -> set[str]:
    """The gates for which a job waits."""
    query = "SELECT queueing_lock FROM procrastinate_jobs WHERE status = 'todo' AND queue_name = 'crawl'"
    return {row["queueing_lock"] for row in await app.connector.execute_query_all_async(query)}


async def put_jobs(app: App, gates: Sequence[str]) -> int:
    """Queue a job for each gate that has none waiting; return how many that were."""
    known = await waiting(app)
    jobs = [_job(gate) for gate in gates if gate not in known]
    if not jobs:
        return 0
    try:
        await app.job_manager.batch_defer_jobs_async(jobs)
    except AlreadyEnqueued:  # another planner was quicker with one of them
        return sum([await _put_one(app, job) for job in jobs])
    return len(jobs)


async def lost_jobs(app: App, after: timedelta) -> list[tuple[int, str]]:
    """Jobs (number and gate, "" for one of another kind) that are under way for longer than that, or whose worker gave
    no sign of life for as long."""
    query = (
        "SELECT j.id, j.args->>'gate' AS gate FROM procrastinate_jobs j "
        "LEFT JOIN procrastinate_workers w ON w.id = j.worker_id WHERE j.status = 'doing' "
        "AND (w.id IS NULL OR w.last_heartbeat < now() - make_interval(secs => %(after)s) OR (j.queue_name = 'crawl' "
        "AND (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id AND e.type = 'started') "
        "< now() - make_interval(secs => %(after)s)))"
    )
    rows = await app.connector.execute_query_all_async(query, after=after.total_seconds())
    return [(row["id"], row["gate"] or "") for row in rows]


async def drop_job(app: App, number: int) -> None:
    """Take a job away that nobody works on any more, so that its lock lets the next one through."""
    try:
        await app.job_manager.finish_job_by_id_async(job_id=number, status=Status.FAILED, delete_job=True)
    except QueueError:  # somebody else has done so meanwhile
        log.debug("job %d is gone already", number)


def _job(gate: str) -> Job:
    return Job(
        id=None,
        queue=CRAWL,
        priority=0,
        lock=gate,
        queueing_lock=gate,
        task_name=CRAWL_TASK,
        task_kwargs={"gate": gate},
        scheduled_at=utcnow(),
        worker_id=None,
    )


async def _put_one(app: App, job: Job) -> int:
    try:
        await app.job_manager.batch_defer_jobs_async([job])
    except AlreadyEnqueued:
        return 0
    return 1


def every(seconds: float) -> str:
    """A croniter line for "each so many seconds"."""
    return f"* * * * * */{max(1, round(seconds))}" if seconds < 60 else "* * * * *"
