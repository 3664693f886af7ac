package tacit.surface.agents.hooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFile;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceSink;
import tacit.api.store.Scope;
import tacit.api.trace.TraceUpdate;

/**
 * Reads the transcript of a session when it pauses or ends: what the model said stands there alone. Reading the same one
 * again changes nothing. Thread-safe.
 */
@Component(service = Transcripts.class)
@Designate(ocd = Transcripts.Config.class)
public final class Transcripts {

    /** What is read. */
    @ObjectClassDefinition(name = "Tacit transcripts of agents that call hooks")
    public @interface Config {

        @AttributeDefinition(description = "Whether transcripts are read when a session pauses or ends")
        boolean enabled() default true;

        @AttributeDefinition(description = "Bytes of the longest transcript that is read, in [0, 1073741824]")
        long max_bytes() default 64L << 20;
    }

    private static final Logger log = LoggerFactory.getLogger(Transcripts.class);
    private static final String FORMAT = "claude-code";

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile @Nullable TraceFiles files;

    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final HookEvidence evidence;
    private final boolean enabled;
    private final long maxBytes;

    @Activate
    public Transcripts(@Reference HookEvidence evidence, Config config) {
        this(evidence, config.enabled(), config.max_bytes());
    }

    Transcripts(HookEvidence evidence, boolean enabled, long maxBytes) {
        if (maxBytes < 0 || maxBytes > 1L << 30) {
            throw new IllegalArgumentException("max.bytes must be in [0, " + (1L << 30) + "], got " + maxBytes);
        }
        this.evidence = evidence;
        this.enabled = enabled;
        this.maxBytes = maxBytes;
    }

    /** Reads the transcript that an event names, soon; one that waits already is not read twice. */
    void read(Scope scope, HookEvent event) {
        String path = event.text("transcript_path");
        if (!enabled || path == null || files == null || !waiting.add(path)) {
            return;
        }
        evidence.later(() -> {
            waiting.remove(path);
            read(scope, event.sessionId(), path);
        });
    }

    private void read(Scope scope, String sessionId, String path) {
        TraceFiles reader = files;
        try {
            Path file = transcript(sessionId, path);
            if (reader != null && file != null) {
                List<TraceUpdate> updates = new ArrayList<>();
                reader.read(List.of(file), FORMAT, new Collecting(sessionId, updates));
                evidence.store(scope, updates);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("A transcript was not read: {}", e.toString());
        }
    }

    /**
     * The file, where it is what it claims to be: a token of an agent must not open other files to its holder. Null otherwise.
     */
    private @Nullable Path transcript(String sessionId, String path) throws IOException {
        Path named = Path.of(path);
        if (!named.isAbsolute() || !Files.isRegularFile(named)) {
            return null;
        }
        Path file = named.toRealPath();
        boolean ofSession = String.valueOf(file.getFileName()).equals(sessionId + ".jsonl");
        int names = file.getNameCount();
        boolean ofAgent = names > 2 && file.getName(names - 3).toString().equals("projects");
        return ofSession && ofAgent && Files.size(file) <= maxBytes ? file : null;
    }

    /** Keeps what a file says of the session. */
    private record Collecting(String sessionId, List<TraceUpdate> updates) implements TraceFiles.FileSink, TraceSink {

        @Override
        public void begin(TraceFile file, String format, long bytes) {
            // Nothing is shown of it
        }

        @Override
        public TraceSink sink(TraceFile file) {
            return this;
        }

        @Override
        public void end(TraceFile file) {
            // The updates are stored together
        }

        @Override
        public void refuse(Refusal refusal) {
            log.debug("A line of a transcript was not read");
        }

        @Override
        public void accept(TraceUpdate update, String place) {
            if (update.trace().sessionId().equals(sessionId)) {
                updates.add(update);
            }
        }

        @Override
        public void refuse(String place, String reason) {
            log.debug("A line of a transcript was not read: {}", reason);
        }
    }
}
