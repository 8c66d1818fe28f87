#!/bin/sh
# Stops the appliance of this folder, its database too, and waits until both have ended.
exec /bin/sh "$(dirname -- "$0")/start.sh" --stop "$@"
