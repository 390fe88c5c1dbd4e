"""The length of functions."""

from tools import count

MOST_PYTHON, MOST_SCRIPT = 60, 80


def test_no_function_of_the_package_is_longer_than_60_lines():
    functions = count.find_python_functions(count.find_files("plugins", "*.py"))
    assert len(functions) > 100
    assert [function for function in functions if function.lines > MOST_PYTHON] == []


def test_no_function_of_the_browser_script_is_longer_than_80_lines():
    functions = count.find_script_functions(count.find_files("theme/js", "*.js"))
    assert len(functions) > 100
    assert [function for function in functions if function.lines > MOST_SCRIPT] == []


def test_the_length_of_a_function_is_from_its_first_to_its_last_line(tmp_path, monkeypatch):
    """With blank lines and nested functions, without decorators."""
    monkeypatch.setattr(count, "ROOT", tmp_path)
    (tmp_path / "a.py").write_text("# x\n@cache\ndef outer():\n\n    def inner():\n        pass\n\n    return inner\n")
    (tmp_path / "node_modules").mkdir()
    (tmp_path / "node_modules" / "b.py").write_text("def other():\n    pass\n")

    files = count.find_files(".", "*.py")
    assert [(found.lines, found.name, found.line) for found in count.find_python_functions(files)] == [
        (6, "outer", 3),
        (2, "inner", 5),
    ]
    assert count.count_lines(files[0]) == 8


def test_the_table_has_every_package(capsys):
    assert count.main() == 0
    printed = capsys.readouterr().out
    assert "  mvo_catalogue " in printed
    assert "Longest functions of the browser script:" in printed
