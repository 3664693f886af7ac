package tacit.learn.mine;

import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.learn.FailureMiner;
import tacit.api.learn.FailureRecord;
import tacit.api.learn.FailureTemplates;
import tacit.api.store.Scope;
import tacit.api.trace.Attribute;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.RecordedTrace;
import tacit.learn.mine.facts.FactSheet;
import tacit.learn.mine.facts.FactSheets;

/** Makes records of what the detectors saw and operators would confirm. Thread-safe. */
@Component
@Designate(ocd = DetectingMiner.Config.class)
public final class DetectingMiner implements FailureMiner {

    /** How sure a finding must be unless an operator sets another bound. */
    public static final double LEAST_CONFIDENCE = 0.2;

    /** How sure a finding must be to become a record. */
    @ObjectClassDefinition(name = "Tacit failure mining")
    public @interface Config {

        @AttributeDefinition(
                name = "Least confidence",
                description = "Findings that are less sure than this, in [0, 1], are not recorded")
        double least_confidence() default LEAST_CONFIDENCE;
    }

    private final Detection detection;
    private final FactSheets sheets;
    private final Lessons lessons;
    private final FailureTemplates templates;
    private final double leastConfidence;

    @Activate
    public DetectingMiner(
            @Reference Detection detection,
            @Reference FactSheets sheets,
            @Reference Lessons lessons,
            @Reference FailureTemplates templates,
            Config config) {
        this(detection, sheets, lessons, templates, config.least_confidence());
    }

    public DetectingMiner(
            Detection detection,
            FactSheets sheets,
            Lessons lessons,
            FailureTemplates templates,
            double leastConfidence) {
        if (!(leastConfidence >= 0 && leastConfidence <= 1)) {
            throw new IllegalArgumentException("leastConfidence must be in [0, 1], got " + leastConfidence);
        }
        this.detection = detection;
        this.sheets = sheets;
        this.lessons = lessons;
        this.templates = templates;
        this.leastConfidence = leastConfidence;
    }

    @Override
    public List<FailureRecord> mine(Scope scope, RecordedTrace trace) {
        if (!minable(trace)) {
            return List.of();
        }
        Taught taught = lessons.of(scope.workspaceId());
        Map<Place, Boolean> words = taught.about(trace.trace().id());
        FactSheet sheet = sheets.of(trace);
        FailureRecords records = new FailureRecords(trace, sheet.reading(), templates);
        return Judgement.judged(sheet, detection.sightings(trace), taught, leastConfidence).stream()
                .filter(sighting -> recorded(sighting, words))
                .map(records::of)
                .toList();
    }

    private boolean recorded(Sighting sighting, Map<Place, Boolean> words) {
        Boolean word = words.get(Place.of(sighting.finding()));
        return word != null ? word : sighting.finding().confidence() >= leastConfidence;
    }

    private static boolean minable(RecordedTrace trace) {
        boolean own = Boolean.TRUE.equals(trace.trace().attributes().get(Attribute.OWN_RUN));
        boolean injected = Boolean.TRUE.equals(trace.trace().attributes().get(Attribute.INJECTED));
        return !own && !injected && trace.trace().outcome().label() != OutcomeLabel.NEUTRAL;
    }
}
