# Runs in fresh namespaces: builds a root of named paths and a private folder, then enters it for good.
# Arguments: mount point, private folder, its owner, its size, visible paths, --, command
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$1 room=$2 owner=$3 size=$4
shift 4
mount -t tmpfs -o "mode=755,size=1m,nosuid,nodev" tacit "$root"
while [ "$1" != -- ]; do
  mkdir -p "$root${1%/*}"
  if [ -L "$1" ]; then
    ln -s "$(readlink "$1")" "$root$1"
  elif [ -d "$1" ]; then
    mkdir -p "$root$1"
    mount -o bind,ro "$1" "$root$1"
  else
    : >"$root$1"
    mount -o bind,ro "$1" "$root$1"
  fi
  shift
done
shift
mkdir -p "$root$room" "$root/proc"
mount -t tmpfs -o "mode=700,uid=$owner,size=$size,nosuid,nodev,noexec" tacit "$root$room"
mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
mount -o remount,ro,bind "$root"
exec env -i unshare --root="$root" --wd="$room" "$@"
