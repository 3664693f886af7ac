package tacit.runtime.launcher.doctor;

import java.util.ArrayList;
import java.util.List;

/** Which walls the system can put round code that is being evaluated. */
final class SandboxCheck {

    private final Programs programs;

    SandboxCheck(Programs programs) {
        this.programs = programs;
    }

    Finding run() throws InterruptedException {
        List<String> walls = new ArrayList<>();
        if (namespaces()) {
            walls.add("unshare");
        }
        for (String tool : List.of("bwrap", "setpriv", "prlimit")) {
            if (programs.has(tool)) {
                walls.add(tool);
            }
        }
        String user = "user " + System.getProperty("user.name");
        return walls.contains("unshare") || walls.contains("bwrap")
                ? Finding.ok("sandbox", "own namespaces: " + String.join(", ", walls) + "; " + user)
                : Finding.warn(
                        "sandbox",
                        "child process only" + (walls.isEmpty() ? "" : ", with " + String.join(", ", walls)) + "; "
                                + user,
                        "install bubblewrap, so that evaluated code sees neither network nor foreign files");
    }

    /** The program alone says little: many systems forbid what it does. */
    private boolean namespaces() throws InterruptedException {
        return programs.firstLine("unshare", "--net", "--pid", "--fork", "echo", "walled")
                .isPresent();
    }
}
