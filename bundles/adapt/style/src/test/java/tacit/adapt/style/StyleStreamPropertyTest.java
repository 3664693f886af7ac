package tacit.adapt.style;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;
import tacit.api.adapt.Style;
import tacit.api.adapt.StyleChange;
import tacit.api.adapt.StyleDimension;
import tacit.api.adapt.StyleSetting;
import tacit.api.store.Scope;
import tacit.runtime.testkit.Engine;
import tacit.runtime.testkit.TestDatabase;

/** Streams of messages, feedback and steps of people in any order, over a real store. */
class StyleStreamPropertyTest {

    private static final List<@Nullable String> PLACES = Arrays.asList(null, "slack", "email");
    private static final List<String> TEXTS = List.of(
            "do that",
            "great \uD83D\uDE00 work \uD83D\uDE80",
            "please deploy the docker image to kubernetes behind nginx and debug the api with me",
            "please count all open orders of this week ".repeat(9),
            "count the orders of this week that are still open, and tell me which of them are overdue by now",
            "ok");
    private static final List<String> REASONS = List.of(
            "too_verbose",
            "wrong_tone",
            "too many emojis",
            "more emojis please",
            "be more verbose",
            "a bit shorter",
            "skip the basics",
            "explain more",
            "I know this is hard",
            "shorter",
            "incorrect");

    private static final List<StyleDimension> DIMENSIONS = List.of(StyleDimension.values());

    private static TestDatabase database;
    private static int users;

    @BeforeContainer
    static void open() {
        database = Engine.HSQLDB.open();
    }

    @AfterContainer
    static void close() {
        database.close();
    }

    /** Something that happens after a while. */
    record Event(Kind kind, int minutes, int place, int text, int many) {}

    enum Kind {
        MESSAGES,
        FEEDBACK,
        SET,
        UNDO,
        RESET
    }

    @Provide
    Arbitrary<List<Event>> streams() {
        Arbitrary<Kind> kinds = Arbitraries.of(
                Kind.MESSAGES,
                Kind.MESSAGES,
                Kind.MESSAGES,
                Kind.FEEDBACK,
                Kind.FEEDBACK,
                Kind.FEEDBACK,
                Kind.SET,
                Kind.UNDO,
                Kind.RESET);
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 300), Arbitraries.integers().between(0, 12_000));
        Arbitrary<Event> events = Combinators.combine(
                        kinds,
                        minutes,
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.integers().between(1, 20))
                .as(Event::new);
        return events.list().ofMinSize(1).ofMaxSize(30);
    }

    /** One user, whose stream is played. */
    private static final class Play {

        private final Styles styles = new Styles(database.database());
        private final Scope user = new Scope("w1", "user-" + users++);
        private final StoredStyle engine;
        private final List<StyleChange> shifts = new ArrayList<>();

        Play(boolean enabled, int most) {
            engine = styles.engine(enabled, most);
        }

        void happen(Event event) {
            String place = PLACES.get(event.place());
            styles.clock.pass(Duration.ofMinutes(event.minutes()));
            switch (event.kind()) {
                case MESSAGES ->
                    note(engine.observe(
                                    user, place, styles.messages(event.many(), TEXTS.get(event.text() % TEXTS.size())))
                            .changes());
                case FEEDBACK ->
                    note(styles.say(engine, user, place, "rejected", REASONS.get(event.text() % REASONS.size()))
                            .changes());
                case SET -> set(event, place);
                case UNDO -> undo(place);
                case RESET -> engine.reset(user, place, List.of());
            }
        }

        private void note(List<StyleChange> changes) {
            shifts.addAll(changes);
        }

        private void set(Event event, @Nullable String place) {
            StyleDimension dimension = DIMENSIONS.get(event.text() % DIMENSIONS.size());
            String level =
                    dimension.levels().get(event.many() % dimension.levels().size());
            engine.set(user, place, List.of(new StyleSetting(dimension, level)), List.of("1"));
        }

        /** Whatever was there before a step is there again, to the byte, after it was taken back. */
        private void undo(@Nullable String place) {
            engine.undo(user, place);
            String before = exported();
            StyleDimension dimension = StyleDimension.RESPONSE_LENGTH;
            String level = engine.style(user, place).level(dimension).equals("terse") ? "detailed" : "terse";
            assertThat(engine.set(user, place, List.of(new StyleSetting(dimension, level)), List.of()))
                    .isNotEmpty()
                    .extracting(StyleChange::step)
                    .containsOnly(lastStep());
            engine.undo(user, place);
            assertThat(exported()).isEqualTo(before);
        }

        List<StyleChange> shifts() {
            return shifts;
        }

        String exported() {
            StringBuilder all = new StringBuilder();
            PLACES.forEach(place -> all.append(engine.style(user, place).levels()));
            return all.append(history()).toString();
        }

        long lastStep() {
            List<StyleChange> history = history();
            return history.isEmpty() ? 0 : history.get(history.size() - 1).step();
        }

        List<StyleChange> history() {
            return engine.getAdaptationHistory(user, null, 100);
        }
    }

    @Property(tries = 150, seed = "27")
    void neverShiftsMoreThanAnySevenDaysAllow(@ForAll("streams") List<Event> stream, @ForAll("limits") int most) {
        Play play = new Play(true, most);

        stream.forEach(play::happen);

        List<Instant> times = play.shifts().stream().map(StyleChange::at).toList();
        assertThat(times).isSorted();
        for (int i = most; i < times.size(); i++) {
            assertThat(Duration.between(times.get(i - most), times.get(i))).isGreaterThanOrEqualTo(Duration.ofDays(7));
        }
    }

    @Provide
    Arbitrary<Integer> limits() {
        return Arbitraries.integers().between(0, 4);
    }

    @Property(tries = 150, seed = "27")
    void leadsByItsHistoryToTheStyleThatHolds(@ForAll("streams") List<Event> stream) {
        Play play = new Play(true, 3);

        stream.forEach(play::happen);

        SortedMap<String, Map<StyleDimension, String>> replayed = replayed(play.history());
        for (String place : PLACES) {
            Style style = play.engine.style(play.user, place);
            for (StyleDimension dimension : StyleDimension.values()) {
                assertThat(style.level(dimension))
                        .as("%s of %s", dimension, place)
                        .isEqualTo(level(replayed, place, dimension));
            }
        }
    }

    private static SortedMap<String, Map<StyleDimension, String>> replayed(List<StyleChange> history) {
        SortedMap<String, Map<StyleDimension, String>> levels = new TreeMap<>();
        for (StyleChange change : history) {
            Map<StyleDimension, String> own = levels.computeIfAbsent(
                    Objects.requireNonNullElse(change.channel(), ""), name -> new EnumMap<>(StyleDimension.class));
            if (change.reason().equals(StyleChange.RESET_TO_INHERITED)) {
                own.remove(change.dimension());
            } else {
                own.put(change.dimension(), change.to());
            }
        }
        return levels;
    }

    private static String level(
            SortedMap<String, Map<StyleDimension, String>> levels, @Nullable String place, StyleDimension dimension) {
        String wide = levels.getOrDefault("", Map.of()).getOrDefault(dimension, dimension.usual());
        return place == null ? wide : levels.getOrDefault(place, Map.of()).getOrDefault(dimension, wide);
    }

    @Property(tries = 150, seed = "27")
    void isAsItWasBeforeEachStepThatIsTakenBack(@ForAll("streams") List<Event> stream) {
        Play play = new Play(true, 4);
        Map<Long, String> after = new HashMap<>(Map.of(0L, play.exported()));
        for (Event event : stream) {
            if (event.kind() != Kind.UNDO) {
                play.happen(event);
                after.put(play.lastStep(), play.exported());
            }
        }

        while (!play.engine.undo(play.user, null).isEmpty()) {
            if (after.containsKey(play.lastStep())) {
                assertThat(play.exported()).isEqualTo(after.get(play.lastStep()));
            }
        }

        assertThat(play.history()).isEmpty();
    }

    @Property(tries = 50, seed = "27")
    void storesNothingWhileItIsOff(@ForAll("streams") List<Event> stream) {
        Play play = new Play(false, 4);

        stream.stream()
                .filter(event -> event.kind() == Kind.MESSAGES || event.kind() == Kind.FEEDBACK)
                .forEach(play::happen);

        assertThat(play.styles.document(play.user)).isEmpty();
        assertThat(play.shifts()).isEmpty();
    }
}
