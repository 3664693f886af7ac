package tacit.learn.mine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tacit.api.learn.FailureDetector;
import tacit.api.learn.Finding;
import tacit.api.trace.RecordedTrace;

/**
 * Asks every detector that is there about a trace; of several findings of a kind on a span the surest counts. Thread-safe.
 */
@Component(service = Detection.class)
public final class Detection {

    private static final Logger log = LoggerFactory.getLogger(Detection.class);

    /** Replaced as a whole when a detector comes or goes; a trace goes on with the detectors that it began with. */
    @Reference(
            cardinality = ReferenceCardinality.AT_LEAST_ONE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile List<FailureDetector> detectors;

    @Activate
    public Detection() {
        this(List.of());
    }

    public Detection(List<FailureDetector> detectors) {
        this.detectors = List.copyOf(detectors);
    }

    List<Sighting> sightings(RecordedTrace trace) {
        Map<Place, Sighting> surest = new LinkedHashMap<>();
        // By name, so that the order in which bundles start never decides between equally sure detectors.
        detectors.stream()
                .map(detector -> Ask.of(detector, trace))
                .sorted(Comparator.comparing(Ask::name))
                .flatMap(Ask::sightings)
                .forEach(sighting -> surest.merge(Place.of(sighting.finding()), sighting, Detection::surer));
        return new ArrayList<>(surest.values());
    }

    private static Sighting surer(Sighting known, Sighting other) {
        return other.finding().confidence() > known.finding().confidence() ? other : known;
    }

    /** What one detector said; one that throws said nothing. */
    private record Ask(String name, List<Finding> findings) {

        static Ask of(FailureDetector detector, RecordedTrace trace) {
            String name = detector.getClass().getName();
            try {
                name = detector.name();
                return new Ask(name, detector.detect(trace));
            } catch (Exception e) {
                log.warn(
                        "Cannot detect failures in trace '{}' with '{}'",
                        trace.trace().id(),
                        name,
                        e);
                return new Ask(name, List.of());
            }
        }

        Stream<Sighting> sightings() {
            return findings.stream().map(finding -> new Sighting(name, finding));
        }
    }
}
