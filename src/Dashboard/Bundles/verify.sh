#!/bin/sh
# 不联网核对本次发布。Checks this release without a network. Needs sha256sum and openssl.
set -eu
cd "$(dirname "$0")"

fail() { echo "$1: 与封印不符。Not as it was sealed." >&2; exit 1; }
hash_of() { sha256sum < "$1" | cut -d ' ' -f 1; }

sha256sum --check --strict --quiet SHA256SUMS
openssl dgst -sha256 -verify key.pem -signature seal.sig seal.txt > /dev/null || fail seal.txt
for file in data.csv receipt.json; do
    [ "$(hash_of "$file")" = "$(sed -n "s/^$file: //p" seal.txt)" ] || fail "$file"
done
for file in methodology/*.yaml; do
    grep -q "\"sha256\":\"$(hash_of "$file")\"" receipt.json || fail "$file"
done

echo "全部相符。All as it was sealed."
echo "请与网站公布的公钥核对。Compare with the key that the site publishes (/releases/key.pem):"
hash_of key.pem
