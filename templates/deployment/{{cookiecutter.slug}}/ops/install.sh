#!/bin/sh
# Installs the service on one Debian or Ubuntu machine. Read it first: it is short, and it runs as root.
#
#   sudo ops/install.sh desk.example.org    installs, or brings an installed service up to date
#   ops/install.sh secrets FOLDER           only makes the secrets, for compose.yaml
#
# It stands in the repository of the service, and may be run again at any time: nothing that is there is made anew.
set -eu
umask 077
here=$(cd "$(dirname "$0")/.." && pwd)

secret() { # a file that holds a secret; never written over
    [ -e "$1" ] || od -An -tx1 -N"$2" /dev/urandom | tr -d ' \n' >"$1"
}

if [ "${1:-}" = secrets ]; then
    mkdir -p "$2"
    secret "$2/secret_key" 40
    secret "$2/backup_key" 32
    secret "$2/database_password" 24
    # Readable for the container's own user; the folder is closed to everybody else.
    chmod 0444 "$2"/*
    echo "Note what $2/backup_key holds on paper, and lock it away: without it no backup can be had back."
    exit
fi

host=${1:?give the name of the service, such as desk.example.org}
[ "$(id -u)" = 0 ] || { echo "Run this as root." >&2; exit 1; }

echo "1. Packages"
for package in python3 python3-venv postgresql caddy rsync; do
    dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="${missing:-} $package"
done
if [ -n "${missing:-}" ]; then
    apt-get update -qq
    # Not quoted: each package is a word of its own.
    # shellcheck disable=SC2086
    DEBIAN_FRONTEND=noninteractive apt-get install -qq --yes $missing >/dev/null
fi

echo "2. The user, and where things stand"
id lead >/dev/null 2>&1 || useradd --system --home-dir /var/lib/lead --shell /usr/sbin/nologin lead
install -d -m 0755 /opt/lead
install -d -m 0750 -o root -g lead /etc/lead
install -d -m 0700 -o lead -g lead /var/lib/lead
rsync -a --delete --chmod=D755,F644 --exclude .git --exclude .venv --exclude static_files --exclude '*.sqlite3*' "$here/" /opt/lead/

echo "3. Secrets and settings"
secret /etc/lead/secret_key 40
secret /etc/lead/backup_key 32
[ -e /etc/lead/env ] || sed "s/^ALLOWED_HOSTS=.*/ALLOWED_HOSTS=$host/" "$here/ops/env.example" >/etc/lead/env
chown root:lead /etc/lead/*
chmod 0640 /etc/lead/*

echo "4. The database (PostgreSQL on this machine; the system user is the account)"
as_postgres() { runuser -u postgres -- "$@"; }
[ "$(as_postgres psql -tAc "SELECT 1 FROM pg_roles WHERE rolname = 'lead'")" = 1 ] || as_postgres createuser --createdb lead
[ "$(as_postgres psql -tAc "SELECT 1 FROM pg_database WHERE datname = 'lead'")" = 1 ] || as_postgres createdb --owner lead lead

echo "5. Python, and the service's own tables"
umask 022
/opt/lead/.venv/bin/python -m pip --version >/dev/null 2>&1 || python3 -m venv --clear /opt/lead/.venv
/opt/lead/.venv/bin/pip install --quiet -r /opt/lead/requirements.txt
cat >/usr/local/sbin/lead-manage <<'M'
#!/bin/sh
# Runs a command of the service as the service's user:  sudo lead-manage doctor
set -eu
cd /opt/lead
umask 077
exec runuser -u lead -- sh -c 'set -a; . /etc/lead/env; exec .venv/bin/python manage.py "$@"' lead-manage "$@"
M
chmod 0755 /usr/local/sbin/lead-manage
(
    set -a
    # shellcheck source=/dev/null
    . /etc/lead/env
    cd /opt/lead
    .venv/bin/python manage.py catalogs >/dev/null
    .venv/bin/python manage.py collectstatic --noinput >/dev/null
)
systemctl stop lead.service 2>/dev/null || true
lead-manage migrate --verbosity 0
lead-manage check --deploy

echo "6. The service, its timers, the proxy"
install -m 0644 /opt/lead/ops/*.service /opt/lead/ops/*.timer /etc/systemd/system/
install -m 0644 /opt/lead/ops/Caddyfile /etc/caddy/Caddyfile
install -d -m 0755 /etc/systemd/system/caddy.service.d
printf '[Service]\nEnvironment=LEAD_HOST=%s\n' "$host" >/etc/systemd/system/caddy.service.d/lead.conf
systemctl daemon-reload
systemctl enable --quiet lead.service lead-tick.timer lead-backup.timer lead-drill.timer caddy
systemctl restart lead.service caddy lead-tick.timer lead-backup.timer lead-drill.timer

cat <<M
The service runs at https://$host

What is left to you, the first time:
- note what /etc/lead/backup_key holds on paper, and lock it away: without it no backup can be had back;
- name the mail server in /etc/lead/env, then:  sudo systemctl restart lead
- make the first account:  sudo lead-manage account add NAME --role ROLE --agency AGENCY
- copy /var/lib/lead/backups to another place every night, and ask:  sudo lead-manage doctor
M
