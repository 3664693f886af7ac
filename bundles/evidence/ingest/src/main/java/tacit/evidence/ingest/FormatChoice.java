package tacit.evidence.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.ingest.Sample;
import tacit.api.ingest.TraceFiles;
import tacit.api.ingest.TraceSource;

/** Decides which source reads a file: the one that was named, or the one that is surest about the content. */
final class FormatChoice {

    private static final Logger log = LoggerFactory.getLogger(FormatChoice.class);

    private final List<TraceSource> sources;
    private final @Nullable TraceSource named;

    private FormatChoice(List<TraceSource> sources, @Nullable TraceSource named) {
        this.sources = sources;
        this.named = named;
    }

    static FormatChoice of(String format, List<TraceSource> sources) {
        if (format.equals(TraceFiles.AUTO)) {
            return new FormatChoice(sources, null);
        }
        return sources.stream()
                .filter(source -> source.format().equals(format))
                .findFirst()
                .map(source -> new FormatChoice(sources, source))
                .orElseThrow(() -> new IllegalArgumentException(
                        "format must be one of " + TraceFiles.AUTO + ", " + names(sources) + ", got '" + format + "'"));
    }

    /**
     * The source for a file.
     *
     * @throws UnreadableException when there is none, or more than one that is equally sure
     */
    TraceSource sourceOf(PackedFile file, boolean namedByCaller) throws IOException {
        Sample sample = Samples.of(file);
        if (named != null) {
            return named;
        }
        List<TraceSource> surest = surest(sample);
        if (surest.size() == 1) {
            return surest.get(0);
        }
        if (surest.isEmpty()) {
            throw new UnreadableException(unknown(sample, namedByCaller));
        }
        throw new UnreadableException("Could be any of " + names(surest) + ": name the format");
    }

    private List<TraceSource> surest(Sample sample) {
        List<TraceSource> surest = new ArrayList<>();
        double best = 0;
        for (TraceSource source : sources) {
            double certainty = certainty(source, sample);
            if (certainty > best) {
                surest.clear();
                best = certainty;
            }
            if (certainty > 0 && certainty == best) {
                surest.add(source);
            }
        }
        return surest;
    }

    private static double certainty(TraceSource source, Sample sample) {
        try {
            double certainty = source.recognises(sample);
            return Double.isNaN(certainty) ? 0 : Math.min(1, certainty);
        } catch (RuntimeException | LinkageError e) {
            log.warn(
                    "Source '{}' failed to look at a file and was left out: {}",
                    source.format(),
                    e.getClass().getName());
            return 0;
        }
    }

    private String unknown(Sample sample, boolean namedByCaller) {
        if (Samples.inAnotherEncoding(sample.head())) {
            return "Is not in UTF-8";
        }
        char first = sample.head().stripLeading().charAt(0);
        boolean json = first == '{' || first == '[';
        if (!json && !namedByCaller) {
            return "Passed over: plain text, no traces";
        }
        return (json ? "Is JSON, but in none of the formats " : "Is in none of the formats ") + names(sources);
    }

    private static String names(List<TraceSource> sources) {
        return sources.stream().map(TraceSource::format).collect(Collectors.joining(", "));
    }
}
