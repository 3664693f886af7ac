package tacit.surface.gateway;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** Settings as a test wants them. */
record FixedConfig(
        String host,
        int api_port,
        int otlp_port,
        String data_directory,
        boolean require_token_for_otlp,
        long max_body_bytes,
        int idle_seconds,
        int body_seconds,
        int threads)
        implements Gateway.Config {

    static FixedConfig in(Path directory) {
        return at("127.0.0.1", 0, directory);
    }

    static FixedConfig at(String host, int apiPort, Path directory) {
        return new FixedConfig(host, apiPort, 0, directory.toString(), false, 1 << 20, 5, 5, 16);
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return Gateway.Config.class;
    }
}
