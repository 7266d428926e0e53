#!/bin/sh
# Write the locks anew: run.txt for running, dev.txt for everything. "--check" only compares.
set -eu
cd "$(dirname "$0")/.."
folder=requirements
if [ "${1:-}" = "--check" ]; then
    folder=$(mktemp -d)
    trap 'rm -rf "$folder"' EXIT
    cp requirements/run.txt requirements/dev.txt "$folder"
fi
lock() {
    name=$1
    shift
    .venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate \
        --no-emit-index-url --no-emit-find-links --python-version 3.11 "$@" \
        pyproject.toml requirements/install.in --output-file "$folder/$name"
}
lock dev.txt --extra postgres --extra dev
lock run.txt --constraint "$folder/dev.txt" # so that both name the same versions
if [ "$folder" != requirements ]; then
    diff requirements/run.txt "$folder/run.txt" && diff requirements/dev.txt "$folder/dev.txt"
fi
