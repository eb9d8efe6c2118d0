#!/usr/bin/env bash
# Installs what the tests need, builds without warnings, runs every test, and ends with a line "N passed, N failed".
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en LC_ALL=C.UTF-8

need() { command -v "$1" >/dev/null || { echo "缺少 $1：$2 / $1 is missing: $2" >&2; exit 1; }; }
need dotnet "安装 .NET SDK 10 / install the .NET SDK 10"
need npm "安装 Node.js 20 或更新 / install Node.js 20 or newer"

packages=()
command -v chromium >/dev/null || packages+=(chromium)
fc-list 2>/dev/null | grep -q "Noto Sans CJK" || packages+=(fonts-noto-cjk fontconfig)
as_root=(); [ "$(id -u)" -eq 0 ] || as_root=(sudo)
install() { DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq "$@" >/dev/null; }
if [ ${#packages[@]} -gt 0 ]; then
  "${as_root[@]}" apt-get update -qq
  install "${packages[@]}"
fi
# With it processes are killed at system calls of one's choice; without it at random instants alone.
command -v strace >/dev/null || install strace || echo "没有 strace，只在随机时刻终止进程 / no strace: processes are killed at random instants alone"

dotnet build Dashboard.sln -c Release -v quiet --nologo

log=$(mktemp)
trap 'rm -f "$log"' EXIT
status=0
dotnet test --solution Dashboard.sln -c Release --no-build --no-progress --output Normal 2>&1 | tee "$log" || status=$?

count() { grep -E "^ *$1: [0-9]+" "$log" | tail -1 | grep -oE '[0-9]+' || echo 0; }
passed=$(count succeeded) failed=$(count failed)
echo
echo "$passed passed, $failed failed"
[ "$passed" -gt 0 ] || exit 1
exit "$status"
