package tacit.runtime.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tacit.runtime.launcher.data.DataDirectory;
import tacit.runtime.launcher.data.DataLock;
import tacit.runtime.launcher.data.HostAddress;
import tacit.runtime.launcher.doctor.Finding;
import tacit.runtime.launcher.doctor.Findings;
import tacit.runtime.launcher.doctor.MachineCheck;
import tacit.runtime.launcher.doctor.PortCheck;
import tacit.runtime.launcher.framework.Configurations;
import tacit.runtime.launcher.framework.Distribution;
import tacit.runtime.launcher.framework.Ports;

/** Examines the machine from outside, and the host, or the data that one left, from inside; exit 1 when something fails. */
final class Doctor implements Verb {

    private static final int UNWELL = 1;

    private final Surroundings surroundings;
    private final Distribution distribution;

    Doctor(Surroundings surroundings, Distribution distribution) {
        this.surroundings = surroundings;
        this.distribution = distribution;
    }

    @Override
    public int run(Invocation invocation) throws Exception {
        Optional<HostAddress> host = HostAddress.read(invocation.data());
        List<Finding> findings =
                new ArrayList<>(new MachineCheck(invocation.data()).run(ports(invocation.data(), host)));
        findings.addAll(inside(invocation.data(), host));
        if (invocation.arguments().contains("--json")) {
            surroundings.out().println(Findings.json(findings));
        } else {
            findings.forEach(finding -> surroundings.out().println(Findings.line(finding)));
        }
        return Findings.healthy(findings) ? OK : UNWELL;
    }

    private List<PortCheck> ports(DataDirectory data, Optional<HostAddress> host) throws IOException {
        Ports next =
                Configurations.ofHost(data, distribution, Ports.Asked.NOTHING).ports();
        return List.of(
                new PortCheck("API", host.map(HostAddress::apiPort).orElse(next.api()), host.isPresent()),
                new PortCheck("OTLP", host.map(HostAddress::otlpPort).orElse(next.otlp()), host.isPresent()));
    }

    /** What the bundles say of themselves; their failure to start is one more finding. */
    private List<Finding> inside(DataDirectory data, Optional<HostAddress> host) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(answer, true, StandardCharsets.UTF_8);
        Surroundings captured = new Surroundings(out, surroundings.err(), false, false, surroundings.width());
        try {
            Invocation call = new Invocation("doctor", data, List.of("--json"));
            if (host.isPresent()) {
                new RemoteCommand(captured).run(call, host.get());
            } else if (Files.isDirectory(data.database())) {
                runHere(captured, call);
            } else {
                return List.of();
            }
            return Findings.parse(answer.toString(StandardCharsets.UTF_8));
        } catch (Exception failure) {
            return List.of(Finding.fail("host", String.valueOf(failure.getMessage()), "read the log in " + data.log()));
        }
    }

    private void runHere(Surroundings captured, Invocation call) throws Exception {
        Optional<DataLock> lock = DataLock.tryAcquire(call.data(), "doctor");
        if (lock.isEmpty()) {
            throw new IllegalStateException(OneShot.busy(call.data()));
        }
        lock.get().during(() -> new LocalCommand(captured, distribution).run(call));
    }
}
