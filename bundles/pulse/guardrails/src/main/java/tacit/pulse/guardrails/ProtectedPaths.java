package tacit.pulse.guardrails;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Paths whose loss nobody gets over: the root, homes, the system, disks, and who may log in. */
final class ProtectedPaths {

    private static final Set<String> ROOTS = Set.of(
            "home",
            "Users",
            "root",
            "opt",
            "srv",
            "run",
            "mnt",
            "media",
            "Library",
            "Applications",
            "Volumes",
            "private");

    /** Folders whose own folders are as vital. */
    private static final Set<String> SYSTEM =
            Set.of("bin", "boot", "dev", "etc", "lib", "lib32", "lib64", "proc", "sbin", "sys", "usr", "var", "System");

    private static final String DISKS =
            "/dev/(?:sd[a-z]|hd[a-z]|vd[a-z]|xvd[a-z]|nvme\\d|mmcblk\\d|r?disk\\d|disk/|mapper/|md\\d|dm-\\d|loop\\d|mem\\b|kmem\\b|port\\b|sr\\d).*";
    private static final String LOGINS =
            "(?:/private)?/etc/(?:passwd|shadow|gshadow|group|sudoers.*|pam\\.d/.*|ld\\.so\\.preload|crontab|cron[^/]*/.*|profile|hosts|ssh/.*)"
                    + "|(?:/home/[^/]+|/Users/[^/]+|/root)/\\.ssh/.*";

    private ProtectedPaths() {}

    /** Whether to remove it and all in it would remove a system or somebody's home. */
    static boolean isVital(String path) {
        String whole = normal(path);
        if (whole.matches("/|\\.\\.(?:/\\.\\.)*|[A-Za-z]:")) {
            return true;
        }
        if (!whole.startsWith("/")) {
            return false;
        }
        String[] parts = whole.substring(1).split("/", -1);
        boolean home = parts[0].matches("home|Users");
        boolean system = SYSTEM.contains(parts[0]);
        return parts[0].matches(".*[*?\\[].*")
                || ((ROOTS.contains(parts[0]) || system) && parts.length == 1)
                || ((home || system) && parts.length == 2);
    }

    static boolean isDisk(String path) {
        return ("/" + path.replaceFirst("^/+", "")).replaceAll("/+", "/").matches(DISKS);
    }

    /** Whether who writes there decides who may do what on this machine, or what it runs. */
    static boolean isOfSystem(String path) {
        String whole = normal(path);
        return whole.matches(LOGINS) || whole.matches("/(?:boot|sys|proc)/.*");
    }

    /** Without what does not change where it leads; a star at the end stands for all in the folder. */
    static String normal(String path) {
        String plain = path.replace('\\', '/').replaceFirst("^(?:~[A-Za-z0-9_-]*|\\$HOME)(?=/|$)", "/home/~");
        boolean absolute = plain.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : plain.split("/+", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && absolute)) {
                parts.add(part);
            }
        }
        while (!parts.isEmpty() && parts.getLast().matches("[*?.\\[\\]!^{},-]*[*?][*?.\\[\\]!^{},-]*")) {
            parts.removeLast();
        }
        return (absolute ? "/" : "") + String.join("/", parts);
    }
}
