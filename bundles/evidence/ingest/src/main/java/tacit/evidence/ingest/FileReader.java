package tacit.evidence.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.ingest.Refusal;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceSource;

/** Reads files with whatever sources are there at that moment. Thread-safe. */
@Component
@Designate(ocd = FileReader.Config.class)
public final class FileReader implements TraceFiles {

    /** How much of a file is read. */
    @ObjectClassDefinition(name = "Tacit trace files", description = "How much of a file is read")
    public @interface Config {

        @AttributeDefinition(description = "Bytes of one file after unpacking; the rest of a larger one is refused")
        long unpacked_limit() default 2_147_483_648L;
    }

    private final long unpackedLimit;

    /** Replaced as a whole when a source comes or goes; a read goes on with the sources that it began with. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<TraceSource> sources = List.of();

    @Activate
    public FileReader(Config config) {
        this(config.unpacked_limit(), List.of());
    }

    public FileReader(long unpackedLimit, List<TraceSource> sources) {
        if (unpackedLimit < 1) {
            throw new IllegalArgumentException("unpacked.limit must be at least 1, got " + unpackedLimit);
        }
        this.unpackedLimit = unpackedLimit;
        this.sources = List.copyOf(sources);
    }

    @Override
    public List<TraceSource> formats() {
        return sources.stream()
                .sorted(Comparator.comparing(TraceSource::format)
                        .thenComparing(source -> source.getClass().getName()))
                .toList();
    }

    @Override
    public void read(List<Path> paths, String format, FileSink sink) {
        List<TraceSource> known = formats();
        FormatChoice choice = FormatChoice.of(format, known);
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("path must exist, got '" + path + "'");
            }
        }
        for (FoundFile file : FoundFiles.under(paths, sink)) {
            read(new PackedFile(file.path(), unpackedLimit), file, choice, sink);
        }
    }

    private static void read(PackedFile file, FoundFile found, FormatChoice choice, FileSink sink) {
        TraceSource source;
        long bytes;
        try {
            bytes = Files.size(found.path());
            source = choice.sourceOf(file, found.named());
        } catch (IOException e) {
            sink.refuse(new Refusal(file.name(), "file", ReadProblem.of(e)));
            return;
        }
        sink.begin(file, source.format(), bytes);
        new GuardedReading(file, source, sink).run();
        sink.end(file);
    }
}
