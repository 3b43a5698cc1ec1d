"""A day of the AI Workflow OS, as a program that runs beside the generated package.

Two agents and a person: a task through the pair-programming review with one revision, a queue at capacity, an expired
session, a freeze; what people do over the command line, what agents do over a real MCP client on standard streams.
Prints one line of JSON: what was answered, by name.
"""

from __future__ import annotations

import asyncio
import json
import os
import sqlite3
import sys
from pathlib import Path
from typing import Any

from aios import cli
from mcp import Client, StdioServerParameters
from typer.testing import CliRunner

ANSWERS: dict[str, Any] = {}
TOKENS: dict[str, str] = {}


def command(name: str, who: str | None, *words: str) -> dict[str, Any]:
    """A command of somebody; its answer is kept."""
    session = ["--session", TOKENS[who]] if who else []
    done = CliRunner().invoke(cli.app, [*words, *session, "--json"])
    assert done.exit_code in (0, 1), done.output
    answer = {"error": done.stderr.strip()} if done.exit_code else json.loads(done.stdout or "null")
    ANSWERS[name] = answer
    return answer if isinstance(answer, dict) else {"answer": answer}


async def tool(client: Client, name: str, who: str, tool_name: str, **given: Any) -> dict[str, Any]:
    """A tool called by an agent; its answer is kept."""
    found = await client.call_tool(tool_name, {**given, "session_token": TOKENS[who]})
    text = getattr(found.content[0], "text", "") if found.content else ""
    answer: dict[str, Any] = (
        {"error": text} if found.is_error else dict(found.structured_content or {})
    )
    ANSWERS[name] = answer
    return answer


def session(who: str, agent: str, role: str, *scope: str) -> None:
    """A session for somebody."""
    words = [word for each in scope for word in ("--task-scope", each)]
    made = command(
        f"session of {who}", "owner", "session", "create", agent, "--role-mode", role, *words
    )
    TOKENS[who] = made["session_token"]


def morning() -> None:
    """The system is set up, people and agents are there, tasks are queued."""
    TOKENS["owner"] = command("init", None, "init")["session_token"]
    command("init again", None, "init")
    for name, kind in (("hana", "human"), ("bob", "ai"), ("rita", "ai")):
        command(f"register {name}", "owner", "agent", "register", name, "--kind", kind)
    session("hana", "agent-2", "humanOperator", "*")
    command(
        "agent as owner", "owner", "session", "create", "agent-3", "--role-mode", "projectOwner"
    )
    tasks = ("LOGIN", "LOGOUT", "SEARCH", "EXPORT", "SPEC")
    session("bob", "agent-3", "builder", *tasks)
    session("rita", "agent-4", "builder", "LOGIN")
    session("late", "agent-4", "builder", "LOGIN")
    for task in tasks:
        command(
            f"create {task}",
            "hana",
            "task",
            "create",
            task,
            f"Make {task}",
            "--description",
            "d",
            "--requirements",
            "r",
        )
        queue = "governance" if task == "SPEC" else "dev"
        command(f"triage {task}", "hana", "task", "triage", task, "--queue", queue)
    command("path trick", "hana", "task", "create", "../evil", "x")


async def review(client: Client, number: int, **optimization: int) -> dict[str, Any]:
    """One review in four dimensions; gives the report."""
    await tool(
        client,
        f"session {number}",
        "rita",
        "review_create_session",
        task_id="LOGIN",
        persona="security_expert",
    )
    for dimension in ("Q", "R", "C"):
        await tool(
            client,
            f"{dimension} {number}",
            "rita",
            "review_check",
            task_id="LOGIN",
            dimension=dimension,
        )
    await tool(client, f"early {number}", "rita", "review_report", task_id="LOGIN")
    await tool(
        client,
        f"O {number}",
        "rita",
        "review_check",
        task_id="LOGIN",
        dimension="O",
        **optimization,
    )
    return await tool(
        client, f"report {number}", "rita", "review_report", task_id="LOGIN", summary="read"
    )


async def noon() -> None:
    """Agents work: over MCP."""
    server = StdioServerParameters(
        command=sys.executable, args=["-m", "aios", "mcp"], env=dict(os.environ)
    )
    async with Client(server) as client:
        ANSWERS["tools"] = sorted(each.name for each in (await client.list_tools()).tools)
        await tool(client, "start LOGIN", "bob", "task_start", task_id="LOGIN")
        await tool(client, "start twice", "bob", "task_start", task_id="LOGIN")
        for task in ("LOGOUT", "SEARCH", "EXPORT"):
            await tool(client, f"start {task}", "bob", "task_start", task_id=task)
        await tool(client, "start SPEC", "bob", "task_start", task_id="SPEC")
        await tool(client, "out of scope", "rita", "task_start", task_id="EXPORT")
        await tool(client, "late", "late", "task_status", task_id="LOGIN")
        await tool(client, "builder creates", "bob", "task_create", task_id="NEW", title="x")
        await tool(client, "builder freezes", "bob", "freeze", reason="x")
        await tool(
            client, "submit 1", "bob", "review_submit", task_id="LOGIN", artifacts=["src/login.py"]
        )
        await tool(client, "own review", "bob", "review_create_session", task_id="LOGIN")
        await review(client, 1, major=1)
        await tool(client, "approve too early", "rita", "review_approve", task_id="LOGIN")
        await tool(client, "submit 2", "bob", "review_submit", task_id="LOGIN")
        await review(client, 2)
        await tool(client, "approve", "rita", "review_approve", task_id="LOGIN")
        await tool(client, "start EXPORT later", "bob", "task_start", task_id="EXPORT")


def evening() -> None:
    """The person decides, the owner freezes."""
    command("gates", "hana", "gate", "check", "--task-id", "LOGIN", "--gate", "all")
    command("merge too early", "owner", "task", "merge", "LOGIN")
    command("accept", "hana", "task", "accept", "LOGIN")
    command("operator merges", "hana", "task", "merge", "LOGIN")
    command("merge", "owner", "task", "merge", "LOGIN")
    command("queues", "hana", "queue", "status")
    command("stop", "hana", "task", "stop", "SEARCH", "--reason", "runs wild")
    command("after stop", "bob", "task", "status", "LOGOUT")
    command("operator freezes", "hana", "freeze", "--reason", "x")
    command("freeze", "owner", "freeze", "--reason", "a leak")
    command("health", "hana", "health")
    command("start frozen", "hana", "task", "start", "SPEC")
    command("unfreeze", "owner", "unfreeze")
    command("approve SPEC", "hana", "task", "approve", "SPEC")
    command("start approved", "hana", "task", "start", "SPEC")
    command("governance", "hana", "governance", "check")
    command("metrics", "hana", "metrics")
    command("weekly", "hana", "report", "weekly")


def expire(agent: str) -> None:
    """Time passes for the last session of an agent."""
    with sqlite3.connect(Path(os.environ["AIOS_ROOT"]) / "state" / "aios.db") as database:
        database.execute(
            "UPDATE sessions SET expires_at = '2020-01-01 00:00:00.000000' WHERE session_id = "
            "(SELECT session_id FROM sessions WHERE agent_id = ? ORDER BY created_at DESC LIMIT 1)",
            (agent,),
        )


def main() -> None:
    """The day."""
    morning()
    expire("agent-4")
    asyncio.run(noon())
    evening()
    print(json.dumps({"answers": ANSWERS, "tokens": TOKENS}))


if __name__ == "__main__":
    main()
