# The front door: `make` alone says what there is. Each target brings what it needs and says so in one line.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
export CARGO_TARGET_DIR := target

WASM := --target wasm32-unknown-unknown
# Each root apart: built together, each would carry the other's islands.
ROOTS := couple house

.PHONY: help run serve build test bench setup packed packed-release server check-style check-code built-for-tests test-code test-browser

help:
	@echo 'make run     build and serve a demo at http://127.0.0.1:3000, with an embedded database'
	@echo 'make serve   the same without demo data; settings in hall.toml or the environment'
	@echo 'make build   a release: target/release/server, works from any folder'
	@echo 'make test    every test: style, code on SQLite and PostgreSQL, screens in a real browser'
	@echo 'make bench   measures a release build and prints the figures'
	@echo 'make setup   brings what the others need, and nothing else'

# A database with invented people and known passwords never serves the public, so it lies in a folder of its own.
run: server
	@HALL_DATA=$${HALL_DATA:-./var/demo} exec target/debug/server serve --demo

serve: server
	@exec target/debug/server serve

build: packed-release
	@cargo build --release -p server
	@echo 'built: target/release/server'

test: check-style check-code test-code test-browser
	@echo 'make test: everything passed'

setup:
	@.ci/need rust wasm compiler fonts browser postgres paper-readers binaryen axe

# --- what stands behind them -----------------------------------------------------------------------------------

# The browser's part, quick to build, with debug assertions: an island that is taken over wrongly says so.
packed:
	@.ci/need rust wasm compiler
	@for root in $(ROOTS); do cargo build --profile wasm-fast $(WASM) -p client-$$root; done
	@cargo run -q -p pack -- wasm-fast

# The browser's part of a release, small before quick.
packed-release:
	@.ci/need rust wasm compiler binaryen
	@for root in $(ROOTS); do cargo build --profile wasm $(WASM) -p client-$$root; done
	@cargo run -q -p pack -- wasm

server: packed
	@.ci/need fonts
	@cargo build -p server

check-style:
	@.ci/need rust wasm compiler
	@cargo fmt --all --check
	@echo 'style: formatted'

check-code: packed
	@cargo clippy --all-targets -- -D warnings
	@cargo clippy -p pack --all-targets -- -D warnings
	@for root in $(ROOTS); do cargo clippy --profile wasm-fast $(WASM) -p client-$$root -- -D warnings; done
	@echo 'code: clippy is content, on the host and for the browser'

# Everything at once: cargo gives each set of packages features of its own, and a set built apart is built again.
built-for-tests: packed
	@.ci/need fonts
	@cargo build --all-targets

test-code: built-for-tests
	@.ci/need postgres paper-readers
	@.ci/test-code
	@echo 'code: tests passed on SQLite and PostgreSQL'

test-browser: built-for-tests
	@.ci/need browser paper-readers axe
	@cargo test -q -p tests --test browser
	@echo 'screens: tests passed in Chromium, with and without script'

bench: packed-release
	@.ci/need fonts
	@cargo build --release --bin server --bin bench --example import_speed
	@target/release/bench
	@target/release/examples/import_speed 1000000
