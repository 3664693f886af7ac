package tacit.surface.gateway;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.runtime.HttpServiceRuntime;
import org.osgi.service.servlet.runtime.HttpServiceRuntimeConstants;

/** Says in the data directory where this host listens, for as long as it does. Thread-safe. */
@Component(service = HostFile.class, immediate = true)
public final class HostFile {

    /** The name of the file in the data directory. */
    static final String NAME = "host.json";

    private final Object lock = new Object();
    private final Gateway gateway;
    private final Clock clock;

    @Activate
    public HostFile(@Reference Gateway gateway, @Reference ApiListener listener, @Reference Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** Hears that a server is up; before the API's configuration reaches it, it may listen elsewhere. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bindRuntime(HttpServiceRuntime runtime, Map<String, ?> properties) throws IOException {
        if (serves(properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT), gateway.apiPort())) {
            write();
        }
    }

    void unbindRuntime(HttpServiceRuntime runtime, Map<String, ?> properties) throws IOException {
        if (serves(properties.get(HttpServiceRuntimeConstants.HTTP_SERVICE_ENDPOINT), gateway.apiPort())) {
            close();
        }
    }

    @Deactivate
    void close() throws IOException {
        synchronized (lock) {
            Files.deleteIfExists(file());
        }
    }

    static boolean serves(@Nullable Object endpoints, int port) {
        String mark = ":" + port + "/";
        if (endpoints instanceof String[] several) {
            return Arrays.stream(several).anyMatch(endpoint -> endpoint.contains(mark));
        }
        return endpoints != null && endpoints.toString().contains(mark);
    }

    private Path file() {
        return gateway.dataDirectory().resolve(NAME);
    }

    private void write() throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("pid", ProcessHandle.current().pid());
        fields.put("apiPort", gateway.apiPort());
        fields.put("otlpPort", gateway.otlpPort());
        fields.put("startedAt", clock.instant().toString());
        synchronized (lock) {
            Files.createDirectories(gateway.dataDirectory());
            Path draft = gateway.dataDirectory().resolve(NAME + ".new");
            Files.write(draft, new ObjectMapper().writeValueAsBytes(fields));
            move(draft);
        }
    }

    private void move(Path draft) throws IOException {
        try {
            Files.move(draft, file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
