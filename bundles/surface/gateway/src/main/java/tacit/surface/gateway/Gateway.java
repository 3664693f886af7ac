package tacit.surface.gateway;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The settings of this host's ports, checked, with free ports chosen where any will do. Immutable. */
@Component(service = Gateway.class, immediate = true, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = Gateway.Config.class)
public final class Gateway {

    /** Where the host listens, and what it bears. */
    @ObjectClassDefinition(name = "Tacit gateway")
    public @interface Config {

        @AttributeDefinition(name = "Host", description = "The address to listen on; only loopback addresses")
        String host() default "127.0.0.1";

        @AttributeDefinition(name = "API port", description = "0 takes any free port")
        int api_port() default 7717;

        @AttributeDefinition(name = "OTLP port", description = "0 takes any free port")
        int otlp_port() default 4318;

        @AttributeDefinition(name = "Data directory", description = "Where host.json is written")
        String data_directory();

        @AttributeDefinition(name = "OTLP needs a token", description = "Refuse exporters that send no token")
        boolean require_token_for_otlp() default false;

        @AttributeDefinition(
                name = "Largest body",
                description = "Bytes after unpacking that no resource may exceed, in [1024, 1073741824]")
        long max_body_bytes() default 64L << 20;

        @AttributeDefinition(name = "Idle seconds", description = "Silence after which a connection ends, in [1, 600]")
        int idle_seconds() default 30;

        @AttributeDefinition(name = "Body seconds", description = "Time in which a body must arrive, in [1, 3600]")
        int body_seconds() default 60;

        @AttributeDefinition(name = "Threads", description = "The most threads that serve calls, in [8, 512]")
        int threads() default 64;
    }

    private final String host;
    private final int apiPort;
    private final int otlpPort;
    private final Path dataDirectory;
    private final boolean tokenForOtlp;
    private final long maxBodyBytes;
    private final Duration idle;
    private final Duration bodyTime;
    private final int threads;

    @Activate
    public Gateway(Config config) {
        if (config.data_directory() == null || config.data_directory().isBlank()) {
            throw new IllegalArgumentException("data.directory must not be blank");
        }
        InetAddress address = loopback(config.host());
        host = config.host();
        apiPort = free(address, port("api.port", config.api_port()));
        otlpPort = free(address, port("otlp.port", config.otlp_port()));
        if (apiPort == otlpPort) {
            throw new IllegalArgumentException("api.port and otlp.port must differ, got " + apiPort + " twice");
        }
        dataDirectory = Path.of(config.data_directory());
        tokenForOtlp = config.require_token_for_otlp();
        maxBodyBytes = within("max.body.bytes", config.max_body_bytes(), 1024, 1L << 30);
        idle = Duration.ofSeconds(within("idle.seconds", config.idle_seconds(), 1, 600));
        bodyTime = Duration.ofSeconds(within("body.seconds", config.body_seconds(), 1, 3600));
        threads = within("threads", config.threads(), 8, 512);
    }

    String host() {
        return host;
    }

    int apiPort() {
        return apiPort;
    }

    int otlpPort() {
        return otlpPort;
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    boolean tokenForOtlp() {
        return tokenForOtlp;
    }

    long maxBodyBytes() {
        return maxBodyBytes;
    }

    Duration idle() {
        return idle;
    }

    Duration bodyTime() {
        return bodyTime;
    }

    int threads() {
        return threads;
    }

    private static InetAddress loopback(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            if (!address.isLoopbackAddress()) {
                throw new IllegalArgumentException("host must be a loopback address such as 127.0.0.1, got '" + host
                        + "': beyond this machine Tacit speaks TLS only, see " + Outside.class.getName());
            }
            return address;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host must be a loopback address, got '" + host + "'", e);
        }
    }

    static int port(String name, int value) {
        return within(name, value, 0, 65_535);
    }

    private static int within(String name, int value, int min, int max) {
        return (int) within(name, (long) value, min, max);
    }

    private static long within(String name, long value, long min, long max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " must be in [" + min + ", " + max + "], got " + value);
        }
        return value;
    }

    // Jetty only logs a port that it cannot open: asking first makes it the reason why this component does not start
    static int free(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot listen on " + address.getHostAddress() + ":" + port + ": " + e.getMessage(), e);
        }
    }
}
