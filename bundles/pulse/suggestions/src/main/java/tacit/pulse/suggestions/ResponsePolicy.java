package tacit.pulse.suggestions;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import tacit.api.harness.Role;
import tacit.api.reflect.SuggestionJudgement;
import tacit.api.reflect.SuggestionPolicy;
import tacit.api.reflect.SuggestionSituation;
import tacit.api.reflect.SuggestionSituation.Open;

/** Judges suggestions by what people said to earlier ones. Immutable, thread-safe. */
@Component(property = Role.PROPERTY + "=suggestions")
@Designate(ocd = ResponsePolicy.Config.class)
public final class ResponsePolicy implements SuggestionPolicy {

    private static final int SAME_TITLE = 60;
    private static final int KNOWN_TIMES = 3;
    private static final double BAD_TIME = -.1;
    private static final Duration WAITS = Duration.ofHours(24);

    private final double least;

    /** What is worth somebody's time. */
    @ObjectClassDefinition(name = "Tacit suggestions")
    public @interface Config {

        @AttributeDefinition(
                name = "Least worth",
                description = "Confidence and feedback together, below which nothing is proposed, in [0, 1]",
                min = "0",
                max = "1")
        double least_worth() default .40;
    }

    @Activate
    public ResponsePolicy(Config config) {
        least = config.least_worth();
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException("least.worth must be in [0, 1], got " + least);
        }
    }

    @Override
    public SuggestionJudgement judge(SuggestionSituation situation) {
        ResponseScore score = ResponseScore.of(situation);
        if (situation.offeredAt() != null) {
            return badTime(situation, score)
                    ? answer(score, true, false, null, "a better hour is awaited")
                    : answer(score, true, true, null, "");
        }
        return offer(situation, score);
    }

    private SuggestionJudgement offer(SuggestionSituation situation, ResponseScore score) {
        if (repeats(situation)) {
            return answer(score, false, false, null, "duplicate");
        }
        double worth = score.worth();
        if (worth < least) {
            return answer(
                    score, false, false, null, String.format(Locale.ROOT, "worth %.2f is below %.2f", worth, least));
        }
        if (situation.open().size() < situation.mostOpen()) {
            return answer(score, true, true, null, "");
        }
        Optional<Open> weakest = situation.open().stream()
                .min(Comparator.comparingDouble(Open::confidence).thenComparing(Open::id));
        return weakest.filter(open -> open.confidence() < score.confidence())
                .map(open -> answer(score, true, true, open.id(), ""))
                .orElseGet(() -> answer(score, false, false, null, "full"));
    }

    private static boolean repeats(SuggestionSituation situation) {
        String title = start(situation.draft().title());
        return situation.open().stream().anyMatch(open -> start(open.title()).equals(title));
    }

    private static String start(String title) {
        String plain = title.strip().toLowerCase(Locale.ROOT);
        return plain.substring(0, Math.min(SAME_TITLE, plain.length()));
    }

    private static boolean badTime(SuggestionSituation situation, ResponseScore score) {
        return score.answers() >= KNOWN_TIMES
                && score.timing() < BAD_TIME
                && situation.age().compareTo(WAITS) < 0;
    }

    private static SuggestionJudgement answer(
            ResponseScore score, boolean taken, boolean shown, @Nullable String displaces, String reason) {
        return new SuggestionJudgement(score.total(), List.copyOf(score.lines()), taken, shown, displaces, reason);
    }
}
