package tacit.runtime.launcher.doctor;

import java.util.ArrayList;
import java.util.List;

/** Which walls the sandbox will find round code that is being evaluated, in its own words. */
final class SandboxCheck {

    private static final String NAMESPACES = "own network, processes and file system of few named paths";
    private static final String OTHER_USER = "another user without rights (setpriv)";
    private static final String LIMITS = "limits on threads, memory, open files and file size (prlimit)";
    private static final String PROCESS = "bounded heap, empty environment, private folder";

    private final Programs programs;

    SandboxCheck(Programs programs) {
        this.programs = programs;
    }

    Finding run() throws InterruptedException {
        boolean root = programs.firstLine("id", "-u").filter("0"::equals).isPresent();
        boolean limits = programs.has("prlimit");
        boolean rights = limits && programs.has("setpriv");
        if (rights && namespaces(root)) {
            return Finding.ok("sandbox", "ISOLATED: " + NAMESPACES + " (unshare), " + LIMITS);
        }
        if (!root && limits && bubblewrap()) {
            return Finding.ok("sandbox", "ISOLATED: " + NAMESPACES + " (bubblewrap), " + LIMITS);
        }
        String weaker = rights && root ? "LIMITED: " + OTHER_USER + ", " + LIMITS : "PROCESS: " + PROCESS;
        return Finding.warn(
                "sandbox",
                weaker,
                "install util-linux and bubblewrap, so that evaluated code sees neither network nor foreign files");
    }

    /** The program alone says little: many systems forbid what it does. */
    private boolean namespaces(boolean root) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of("unshare"));
        if (!root) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        command.addAll(List.of("--mount", "--net", "--ipc", "--uts", "--pid", "--fork", "--kill-child"));
        command.addAll(List.of("echo", "walled"));
        return programs.firstLine(command.toArray(String[]::new)).isPresent();
    }

    private boolean bubblewrap() throws InterruptedException {
        return programs.firstLine("bwrap", "--unshare-all", "--unshare-user", "--ro-bind", "/", "/", "echo", "walled")
                .isPresent();
    }
}
