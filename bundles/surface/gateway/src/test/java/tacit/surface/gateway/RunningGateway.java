package tacit.surface.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.net.SocketFactory;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.jspecify.annotations.Nullable;
import tacit.api.generation.Trials;
import tacit.api.http.HttpResource;
import tacit.runtime.testkit.Configurations;

/** The gateway's servlet and both its ports in a real server, without a framework. */
public final class RunningGateway {

    private final Server server = new Server(new QueuedThreadPool(16));
    private final GatewayServlet servlet;
    private final Gateway gateway;
    private final @Nullable Outside outside;

    public RunningGateway(Path data) {
        this(data, null);
    }

    RunningGateway(Path data, @Nullable Outside outside) {
        this.outside = outside;
        gateway = new Gateway(FixedConfig.in(data));
        servlet = new GatewayServlet(gateway, new FakeTokens(), Clock.systemUTC());
        servlet.replays = replays(Clock.systemUTC(), 1_000);
        servlet.outside = outside;
        ServletContextHandler context = new ServletContextHandler("/");
        context.addServlet(new ServletHolder(servlet), "/*");
        server.setHandler(context);
        ServerConnector api = new ServerConnector(server, 1, 1);
        api.setHost(gateway.host());
        api.setPort(gateway.apiPort());
        server.addConnector(api);
        server.addConnector(new OtlpConnector(gateway).createConnector(server));
        if (outside != null) {
            server.addConnector(new OutsideConnector(gateway, outside).createConnector(server));
        }
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot start the server", e);
        }
    }

    public RunningGateway with(HttpResource resource) {
        servlet.bindResource(resource, Map.of());
        return this;
    }

    static Replays replays(Clock clock, int kept) {
        return new Replays(clock, Configurations.of(Replays.Config.class, Map.of("kept", kept)));
    }

    public RunningGateway with(Traffic traffic) {
        servlet.traffic = traffic;
        return this;
    }

    RunningGateway with(Replays other) {
        servlet.replays = other;
        return this;
    }

    RunningGateway with(Trials trials) {
        servlet.trials = trials;
        return this;
    }

    RunningGateway withOtlp(HttpResource resource) {
        servlet.bindResource(resource, Map.of(HttpResource.LISTENER, HttpResource.OTLP));
        return this;
    }

    void remove(HttpResource resource) {
        servlet.unbindResource(resource);
    }

    /** Sends bytes to the API's port as they are and answers all that comes back. */
    public Answer send(String request) {
        return send(gateway.apiPort(), request.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer sendOtlp(String request) {
        return send(gateway.otlpPort(), request.getBytes(StandardCharsets.ISO_8859_1));
    }

    Answer send(byte[] request) {
        return send(gateway.apiPort(), request);
    }

    /** Sends bytes over TLS to the port beyond this machine. */
    Answer sendOutside(SSLContext trusting, String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        return new Answer(exchange(trusting.getSocketFactory(), outside.port(), bytes));
    }

    /** Sends bytes in clear text to the port beyond this machine, and answers what comes back. */
    String sendOutside(String request) {
        byte[] bytes = request.getBytes(StandardCharsets.ISO_8859_1);
        return exchange(SocketFactory.getDefault(), outside.port(), bytes);
    }

    private static Answer send(int port, byte[] request) {
        return new Answer(exchange(SocketFactory.getDefault(), port, request));
    }

    private static String exchange(SocketFactory sockets, int port, byte[] request) {
        try (Socket socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the API listens. */
    public int port() {
        return gateway.apiPort();
    }

    public void close() throws Exception {
        server.stop();
    }

    /**
     * What came back.
     *
     * @param text the head and the body
     */
    public record Answer(String text) {

        public int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        public boolean problem() {
            return text.contains("application/problem+json")
                    && text.contains("\"status\":" + status())
                    && text.contains("\"title\":\"")
                    && text.contains("\"detail\":\"")
                    && text.contains("\"type\":\"about:blank\"");
        }
    }
}
