package tacit.runtime.launcher.doctor;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * Whether a host can open a port, or has it open.
 *
 * @param name what listens there
 * @param port the port; 0 stands for any
 * @param openHere whether the running host of this data directory says that it listens there
 */
public record PortCheck(String name, int port, boolean openHere) {

    Finding run() {
        String subject = "port " + port;
        if (openHere) {
            return Finding.ok(subject, name + ": open, held by this host");
        }
        if (free()) {
            return Finding.ok(subject, name + ": free");
        }
        String holder = PortHolder.of(port).map(pid -> "process " + pid).orElse("another program");
        return Finding.fail(
                subject,
                name + ": " + holder + " listens there",
                "stop it, or start with another port (up --port, --otlp-port)");
    }

    /** Whether this machine's own address takes a listener on the port now. */
    public boolean free() {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
