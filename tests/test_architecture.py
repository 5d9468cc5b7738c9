"""The shape of the package: layers, public names, what an import costs."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from graphlib import TopologicalSorter
from importlib import import_module
from pathlib import Path

import pytest

import newsmodel

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src/newsmodel"

LAYERS = [
    {"__main__"},
    {"cli"},
    {"archive"},
    {"hypothesis_entry"},
    {"strategies"},
    {"conversion", "validation", "document_rules", "schemas"},
    {"formats"},
    {"markup", "page"},
    {"syntax"},
    {"codec"},
    {"difference"},
    {"model", "losses", "problems"},
    {"dates"},
    {"errors"},
]
"""From top to bottom: a part may import what stands below it."""
ONLY = {
    "model": {"dates", "errors"},
    "strategies": {"model", "dates", "formats", "errors"},
    "losses": {"errors"},
    "problems": set[str](),
    "errors": set[str](),
    "dates": {"errors"},
}
"""Parts that see less than all that is below them."""


def part_of(module: str) -> str:
    """The part of the package that a module belongs to: ``newsmodel.model.text`` is of ``model``."""
    return module.split(".")[1] if "." in module else ""


def modules() -> dict[str, Path]:
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = ["newsmodel", *path.relative_to(PACKAGE).with_suffix("").parts]
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


MODULES = modules()


def imported(path: Path, *, at_import: bool = False) -> Iterator[str]:
    """The modules of this package that a module imports; ``at_import`` leaves out those that load when they are used."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in _walk(tree, at_import=at_import):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "newsmodel")
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "newsmodel":
            for alias in node.names:
                deeper = f"{node.module}.{alias.name}"
                yield deeper if deeper in MODULES else str(node.module)


def _walk(node: ast.AST, *, at_import: bool) -> Iterator[ast.AST]:
    """Every node, but for those under ``if TYPE_CHECKING``."""
    yield node
    if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
        return
    if at_import and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        return
    for child in ast.iter_child_nodes(node):
        yield from _walk(child, at_import=at_import)


def test_every_part_has_its_layer() -> None:
    parts = {part_of(module) for module in MODULES} - {""}

    assert parts <= set().union(*LAYERS)


@pytest.mark.parametrize("module", [module for module in MODULES if part_of(module)])
def test_imports_point_down(module: str) -> None:
    part = part_of(module)
    height = next(index for index, layer in enumerate(LAYERS) if part in layer)
    below = set().union(*LAYERS[height + 1 :]) | {part}
    allowed = ONLY.get(part, below) | {part}

    upwards = {name for name in imported(MODULES[module]) if part_of(name) and part_of(name) not in allowed}
    assert upwards == set()


def test_no_module_imports_itself_in_a_circle() -> None:
    graph = {module: set(imported(path, at_import=True)) - {module} for module, path in MODULES.items()}

    assert len(list(TopologicalSorter(graph).static_order())) >= len(MODULES)


# public names


def names_imported_for_type_checkers() -> set[str]:
    tree = ast.parse((PACKAGE / "__init__.py").read_text("utf-8"))
    guard = next(node for node in tree.body if isinstance(node, ast.If))
    names: set[str] = set()
    for node in guard.body:
        assert isinstance(node, ast.ImportFrom)
        for alias in node.names:
            if alias.name == "*":
                names.update(import_module(str(node.module)).__all__)
            else:
                assert alias.asname == alias.name  # a re-export, to mypy
                names.add(alias.name)
    return names


def test_public_names_are_where_they_are_said_to_be() -> None:
    for name in newsmodel.__all__:
        assert getattr(newsmodel, name) is not None, name
    for module, names in newsmodel._HOMES.items():  # noqa: SLF001  # the table of homes is what is tested
        home = import_module(f"newsmodel.{module}")
        for name in names.split():
            assert getattr(newsmodel, name) is getattr(home, name)


def test_type_checkers_see_the_same_names() -> None:
    assert names_imported_for_type_checkers() | {"__version__"} == set(newsmodel.__all__)
    assert dir(newsmodel) == newsmodel.__all__


def test_all_of_the_model_is_public() -> None:
    home = import_module("newsmodel.model")
    classes = {
        name
        for name, value in vars(home).items()
        if isinstance(value, type) and value.__module__.startswith("newsmodel.model")
    }

    assert classes <= set(home.__all__)
    assert set(home.__all__) <= set(newsmodel.__all__)


@pytest.mark.parametrize("module", [name for name in MODULES if not name.endswith("__main__")])
def test_what_modules_promise_is_there(module: str) -> None:
    loaded = import_module(module)

    for name in getattr(loaded, "__all__", ()):
        assert hasattr(loaded, name), name


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="module 'newsmodel' has no attribute 'Artikel'"):
        _ = newsmodel.Artikel  # type: ignore[attr-defined]  # a checker says so, too


# what an import costs, and what it does


def run(code: str) -> str:
    done = subprocess.run(  # noqa: S603  # our own code
        [sys.executable, "-c", textwrap.dedent(code)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_importing_the_package_is_cheap() -> None:
    heavy = {"attrs", "attr", "cattrs", "lxml", "dateutil", "orjson", "click", "hypothesis"}
    code = f"""
        import sys
        import newsmodel
        print({{name.split('.')[0] for name in sys.modules}} & {heavy!r} or "")
        print([name for name in sys.modules if name.startswith('newsmodel.')])
    """

    assert run(code).split("\n")[:2] == ["", "[]"]


def test_reading_native_json_loads_no_xml() -> None:
    code = """
        import sys
        from newsmodel.formats.native import FORMAT
        from newsmodel.codec.context import Context
        FORMAT.read(b'{"newsmodel": 1}', Context("native"))
        print("lxml" in sys.modules)
    """

    assert run(code).strip() == "False"


def test_hypothesis_finds_our_strategies() -> None:
    code = """
        from hypothesis import given, settings, strategies as st
        from newsmodel import Article, Person, Quote

        @settings(max_examples=3, deadline=None, database=None)
        @given(st.from_type(Article), st.from_type(Person), st.from_type(Quote))
        def test(article, person, quote):
            assert isinstance(article, Article) and isinstance(person, Person) and quote.text

        test()
        print("fine")
    """

    assert run(code).strip() == "fine"


def test_every_class_of_the_model_has_a_strategy() -> None:
    code = """
        import attrs
        from hypothesis import given, settings, strategies as st
        import newsmodel.model as model

        for name in model.__all__:
            kind = getattr(model, name)
            if isinstance(kind, type) and attrs.has(kind):
                @settings(max_examples=2, deadline=None, database=None)
                @given(st.from_type(kind))
                def test(value):
                    assert isinstance(value, kind)
                test()
        print("fine")
    """

    assert run(code).strip() == "fine"


# the repository


def tracked() -> list[Path]:
    done = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  # the git of whoever runs the tests
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip("no git repository")
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    machine = re.compile(r"(?<![\w.])/(?:work|home|Users|root)/\w")

    for path in tracked():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        assert not machine.search(text), path


def test_names_of_test_modules_are_unique() -> None:
    names = [
        path.name for path in tracked() if path.parts[len(ROOT.parts)] == "tests" and path.suffix == ".py"
    ]

    twice = {name for name in names if names.count(name) > 1}
    assert twice <= {"conftest.py"}  # pytest keeps these apart
