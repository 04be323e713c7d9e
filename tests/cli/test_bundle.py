"""Bundles: they hold what an incident rests on, verify alone, and give away every change."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harmtrace.cli import main
from harmtrace.store.standalone import verifier

ENV = {"HARMTRACE_PASSPHRASE": "four invented quiet words"}
PLACES = "name,latitude,longitude,tier\nOstrel,-31.5,-110.2,town\n"
TEXT = (
    "Meridian Wire, 4 May 2031\n\nOn 3 May 2031 a shell hit the ferry office in Ostrel and killed nine people, "
    "residents said. Residents blamed the northern alliance.\n"
)
OTHER = TEXT.replace("Meridian Wire", "Port Observer").replace("nine", "at least 14").replace("residents", "rescuers")


def call(*words: object, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(main, [str(word) for word in words], env=ENV if env is None else env)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with a case, a bundle of its incident as a folder, and as a ZIP file."""
    root = tmp_path_factory.mktemp("bundle")
    (root / "in").mkdir()
    (root / "in" / "a.txt").write_text(TEXT)
    (root / "in" / "b.txt").write_text(OTHER)
    (root / "places.csv").write_text(PLACES)
    ran = call("run", root / "in", "--case", root / "case", "--gazetteer", root / "places.csv")
    assert ran.exit_code == 0, ran.output
    claim = json.loads(call("incidents", root / "case", "--json").stdout)["incidents"][0]["claims"][0]
    assert call("claim", root / "case", claim, "--accept", "--by", "R. Vale", "--why", "seen").exit_code == 0
    for out in ("folder", "file.zip"):
        result = call("bundle", root / "case", _code(root), root / out, "--by", "R. Vale")
        assert result.exit_code == 0, result.output
    return root


def _code(root: Path) -> str:
    found = json.loads(call("incidents", root / "case", "--json").stdout)["incidents"]
    return str(found[0]["code"])


@pytest.fixture
def bundle(made: Path, tmp_path: Path) -> Path:
    """Return a copy of the folder bundle."""
    return Path(shutil.copytree(made / "folder", tmp_path / "bundle"))


def _alone(path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    script = path.parent / "verify-alone.py"
    script.write_text(verifier())
    call = [sys.executable, "-I", "-S", str(script), str(path), *words]
    return subprocess.run(call, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("name", ["folder", "file.zip"])
def test_a_bundle_verifies_without_the_case_and_without_harmtrace(made: Path, name: str) -> None:
    result = call("verify", made / name)
    assert result.exit_code == 0, result.output
    alone = _alone(made / name)
    assert (alone.returncode, alone.stderr) == (0, "")
    assert result.stdout.splitlines()[1].split("root ")[1] in alone.stdout
    assert "seal" in alone.stdout


def test_the_case_that_made_bundles_is_still_in_order(made: Path) -> None:
    assert call("verify", made / "case").exit_code == 0


def test_a_bundle_holds_originals_texts_claims_decisions_and_where_they_come_from(made: Path) -> None:
    folder = made / "folder"
    assert sorted(path.read_text() for path in (folder / "data" / "originals").iterdir()) == sorted([TEXT, OTHER])
    assert "R. Vale" in (folder / "data" / "rows" / "judgements" / "0001.json").read_text()
    claims = [json.loads(line) for line in (folder / "data" / "claims.jsonl").read_text().splitlines()]
    assert {claim["document"] for claim in claims} == {"a.txt", "b.txt"}
    prov = json.loads((folder / "data" / "prov.json").read_text())
    assert {one["prov:usedEntity"] for one in prov["wasDerivedFrom"].values()} <= set(prov["entity"])
    page = (folder / "data" / "reading.html").read_text()
    assert "<mark" in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_who_took_documents_in_is_disclosed_only_when_asked_for(made: Path, tmp_path: Path) -> None:
    ledger = json.loads((made / "folder" / "ledger.json").read_text())
    assert not any("by" in entry["openings"] or "inputs" in entry["openings"] for entry in ledger["entries"])
    assert call("bundle", made / "case", _code(made), tmp_path / "named", "--names").exit_code == 0
    ledger = json.loads((tmp_path / "named" / "ledger.json").read_text())
    assert any("by" in entry["openings"] for entry in ledger["entries"])


def test_without_a_passphrase_the_root_is_to_be_handed_over_apart(made: Path, tmp_path: Path) -> None:
    result = call("bundle", made / "case", _code(made), tmp_path / "plain", env={})
    assert result.exit_code == 0
    assert "hand the root over by another way" in result.stderr
    assert "is not sealed in the bundle" in call("verify", tmp_path / "plain").stderr


def test_a_bundle_is_held_to_a_seal_from_elsewhere(made: Path, tmp_path: Path) -> None:
    ledger = json.loads((made / "folder" / "ledger.json").read_text())
    (tmp_path / "a.seal").write_text(ledger["seals"][-1]["text"])
    assert call("verify", made / "folder", "--seal", tmp_path / "a.seal").exit_code == 0
    assert _alone(made / "file.zip", "--seal", str(tmp_path / "a.seal")).returncode == 0
    (tmp_path / "later.seal").write_text(call("seal", made / "case").stdout)
    result = call("verify", made / "folder", "--seal", tmp_path / "later.seal")
    assert (result.exit_code, "does not prove that it follows" in result.stderr) == (1, True)


def test_a_bundle_is_not_written_over_something(made: Path, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    assert call("bundle", made / "case", _code(made), tmp_path / "there").exit_code == 2
    assert call("bundle", made / "case", "XXX-20990101-001", tmp_path / "none").exit_code == 2
    assert not (tmp_path / "none").exists()


def _files(bundle: Path) -> list[Path]:
    return sorted(path for path in bundle.rglob("*") if path.is_file())


def _refused(bundle: Path, about: str = "") -> None:
    result = call("verify", bundle)
    assert result.exit_code == 1, result.output
    assert about in result.stderr
    alone = _alone(bundle)
    assert alone.returncode == 1
    assert alone.stdout == f"NOT IN ORDER: {result.stderr.removeprefix('Error: ')}"


def test_a_change_behind_new_manifests_is_found(bundle: Path) -> None:
    page = bundle / "data" / "reading.html"
    page.write_text(page.read_text().replace("nine", "ninety"))
    _remake(bundle)
    _refused(bundle, "is not the manifest of what was handed out")


def test_another_date_of_the_bundle_behind_new_manifests_is_found(bundle: Path) -> None:
    about = bundle / "bag-info.txt"
    about.write_text(about.read_text().replace("Bagging-Date: ", "Bagging-Date: 1999-01-01\nWas: "))
    _remake(bundle)
    _refused(bundle, "bag-info.txt: is not what was handed out")


def test_a_changed_row_behind_new_manifests_is_found(bundle: Path) -> None:
    row = bundle / "data" / "rows" / "documents" / "0001.json"
    row.write_text(row.read_text().replace("ferry", "fairy"))
    _remake(bundle)
    _refused(bundle, "documents/0001.json: is not the row that the ledger speaks of")


def test_a_row_taken_out_behind_new_manifests_is_found(bundle: Path) -> None:
    shutil.rmtree(bundle / "data" / "rows" / "judgements")
    _remake(bundle)
    _refused(bundle, "judgements/0001.json: expected the row, found none")


def test_an_entry_taken_out_behind_new_manifests_is_found(bundle: Path) -> None:
    path = bundle / "ledger.json"
    ledger = json.loads(path.read_text())
    del ledger["entries"][2]
    path.write_text(json.dumps(ledger, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    _remake(bundle)
    _refused(bundle, "is not in the bundle")


def _remake(bundle: Path) -> None:
    """Write both manifests anew, as a forger would."""
    from harmtrace.ledger.bags import manifest
    from harmtrace.store.bundle_files import Folder

    for name, inside in (("manifest-sha256.txt", True), ("tagmanifest-sha256.txt", False)):
        files = Folder(bundle)
        names = [one for one in files.names() if one.startswith("data/") is inside and one != "tagmanifest-sha256.txt"]
        (bundle / name).write_bytes(manifest({one: files.digest(one) for one in names}))


def test_a_link_and_an_empty_folder_are_refused(bundle: Path) -> None:
    (bundle / "data" / "empty").mkdir()
    _refused(bundle, "found an empty folder")
    (bundle / "data" / "empty").rmdir()
    (bundle / "data" / "link").symlink_to("/etc/hosts")
    _refused(bundle, "found a link")


def test_a_zip_of_another_make_is_refused(bundle: Path, tmp_path: Path) -> None:
    packed = Path(shutil.make_archive(str(tmp_path / "other"), "zip", bundle.parent, bundle.name))
    _refused(packed, "as bundles have it")


def test_the_checker_is_printed_and_is_the_one_in_the_bundle(made: Path) -> None:
    assert call("verifier").stdout == (made / "folder" / "verify.py").read_text() == verifier()
