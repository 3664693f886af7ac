package tacit.runtime.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.Holder;

/** Looks at everything that Tacit needs outside the framework. */
public final class MachineCheck {

    private static final int OLDEST_JAVA = 17;
    private static final long LITTLE_DISK = 2L << 30;
    private static final long NO_DISK = 200L << 20;
    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)");

    private final Programs programs;
    private final DataDirectory data;

    public MachineCheck(DataDirectory data) {
        this(data, Programs.ofEnvironment());
    }

    MachineCheck(DataDirectory data, Programs programs) {
        this.data = data;
        this.programs = programs;
    }

    /**
     * Runs every check.
     *
     * @param ports the ports that a host here would open or has open
     */
    public List<Finding> run(List<PortCheck> ports) throws InterruptedException, IOException {
        List<Finding> findings = new ArrayList<>();
        findings.add(java(Runtime.version().feature()));
        findings.add(maven(programs.firstLine("mvn", "-v", "-B")));
        findings.add(lock());
        for (PortCheck port : ports) {
            findings.add(port.run());
        }
        findings.add(disk(Files.getFileStore(nearestFolder()).getUsableSpace()));
        findings.add(new SandboxCheck(programs).run());
        return findings;
    }

    static Finding java(int feature) {
        String detail = "Java " + feature + " from " + System.getProperty("java.home");
        return feature >= OLDEST_JAVA
                ? Finding.ok("java", detail)
                : Finding.fail("java", detail, "install a JDK 17 or newer and set JAVA_HOME");
    }

    static Finding maven(Optional<String> firstLine) {
        String mend = "install Maven 3.8 or newer, or run a distribution that is built";
        if (firstLine.isEmpty()) {
            return Finding.warn("maven", "not found on the path", mend);
        }
        String detail = firstLine.get().replaceAll("\\x1b\\[[0-9;]*m", "");
        Matcher version = VERSION.matcher(detail);
        boolean recent = version.find()
                && Integer.parseInt(version.group(1)) * 1000 + Integer.parseInt(version.group(2)) >= 3008;
        return recent ? Finding.ok("maven", detail) : Finding.warn("maven", detail, mend);
    }

    private Finding lock() {
        if (!data.exists()) {
            return Finding.ok("data", data.root() + " does not exist yet: the first start makes it");
        }
        if (!Files.isWritable(data.root())) {
            return Finding.fail(
                    "data", data.root() + " cannot be written", "run as its owner or choose another with --data");
        }
        return Finding.ok(
                "data",
                data.root() + ": " + Holder.read(data).map(Holder::description).orElse("nobody holds it"));
    }

    static Finding disk(long bytes) {
        String detail = (bytes >> 20) + " MB free";
        if (bytes < NO_DISK) {
            return Finding.fail("disk", detail, "free space on the disk of the data directory");
        }
        return bytes < LITTLE_DISK
                ? Finding.warn("disk", detail, "free space on the disk of the data directory")
                : Finding.ok("disk", detail);
    }

    private Path nearestFolder() {
        Path folder = data.root();
        while (!Files.isDirectory(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
