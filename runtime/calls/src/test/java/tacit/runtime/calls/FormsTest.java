package tacit.runtime.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tacit.api.harness.Recording;
import tacit.api.sandbox.SandboxLevel;
import tacit.api.sandbox.SandboxRun;
import tacit.api.trace.OutcomeLabel;
import tacit.api.trace.Trace;

/** How each kind of value is written and read. */
class FormsTest {

    /** A method for each kind of value. */
    public interface Kinds {

        Set<String> set(Set<String> value);

        SortedMap<String, Duration> sorted(SortedMap<String, Duration> value);

        Map<OutcomeLabel, Long> byName(Map<OutcomeLabel, Long> value);

        Map<Integer, Long> byNumber(Map<Integer, Long> value);

        Optional<Instant> optional(Optional<Instant> value);

        byte[] bytes(byte[] value);

        Double real(Double value);

        List<Boolean> truths(List<Boolean> value);

        Map<String, Object> attributes(Map<String, Object> value);

        SandboxRun run(SandboxRun value);
    }

    private final Forms forms = new Forms();

    private static Type type(String method) {
        for (var candidate : Kinds.class.getMethods()) {
            if (candidate.getName().equals(method)) {
                return candidate.getGenericReturnType();
            }
        }
        throw new IllegalArgumentException(method);
    }

    private String written(String method, Object value) {
        return JsonText.write(false, sheet -> forms.of(type(method)).writeAny(value, sheet));
    }

    private Object read(String method, String text) {
        return forms.of(type(method)).readAny(JsonText.read(text, "text"), "text");
    }

    @Test
    void setsAreWrittenInOneOrder() {
        Set<String> one = new LinkedHashSet<>(List.of("b", "a", "c"));
        Set<String> other = new LinkedHashSet<>(List.of("c", "b", "a"));

        assertThat(written("set", one)).isEqualTo("[\"a\",\"b\",\"c\"]").isEqualTo(written("set", other));
        assertThat(read("set", "[\"a\",\"b\",\"c\"]")).isEqualTo(one);
    }

    @Test
    void mapsAreSortedByTheirKeys() {
        Map<OutcomeLabel, Long> counts = new LinkedHashMap<>();
        counts.put(OutcomeLabel.UNKNOWN, 1L);
        counts.put(OutcomeLabel.FAILURE, Long.MAX_VALUE);

        assertThat(written("byName", counts)).isEqualTo("{\"FAILURE\":9223372036854775807,\"UNKNOWN\":1}");
        assertThat(read("byName", written("byName", counts))).isEqualTo(counts);
        assertThatThrownBy(() -> read("byName", "{\"SOMETHING\":1}")).hasMessageContaining("a name of");
    }

    @Test
    void aSortedMapComesBackSorted() {
        SortedMap<String, Duration> map = new TreeMap<>(Map.of("b", Duration.ofNanos(-1), "a", Duration.ofDays(400)));

        assertThat(written("sorted", map)).isEqualTo("{\"a\":\"PT9600H\",\"b\":\"PT-0.000000001S\"}");
        assertThat(read("sorted", written("sorted", map))).isEqualTo(map).isInstanceOf(SortedMap.class);
    }

    @Test
    void mapsByNumbersAreNotCarried() {
        assertThatThrownBy(() -> forms.of(type("byNumber")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.util.Map<java.lang.Integer, java.lang.Long>");
    }

    @Test
    void anEmptyOptionalIsNull() {
        assertThat(written("optional", Optional.empty())).isEqualTo("null");
        assertThat(read("optional", "null")).isEqualTo(Optional.empty());
        assertThat(read("optional", written("optional", Optional.of(Instant.MAX))))
                .isEqualTo(Optional.of(Instant.MAX));
    }

    @Test
    void bytesAreBase64() {
        byte[] bytes = {0, -1, 127, -128};

        assertThat(written("bytes", bytes)).isEqualTo("\"AP9/gA==\"");
        assertThat((byte[]) read("bytes", "\"AP9/gA==\"")).containsExactly(bytes);
        assertThatThrownBy(() -> read("bytes", "\"~\"")).hasMessage("text must be bytes in Base64, got another text");
    }

    @Test
    void numbersThatJsonHasNoNumberForAreNamed() {
        for (double number : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, -0.0, Double.MIN_VALUE, 1e300}) {
            assertThat(read("real", written("real", number))).isEqualTo(number);
        }
        assertThat(written("real", Double.NaN)).isEqualTo("\"NaN\"");
        assertThatThrownBy(() -> read("real", "\"nan\"")).hasMessage("text must be a number, got string");
    }

    @Test
    void listsKeepTheirOrderAndTheirGaps() {
        List<Boolean> truths = new ArrayList<>(List.of(true, false));
        truths.add(null);

        assertThat(written("truths", truths)).isEqualTo("[true,false,null]");
        assertThat(read("truths", "[true,false,null]")).isEqualTo(truths);
    }

    @Test
    void attributesComeBackAsTheTypesThatTheyWere() {
        Map<String, Object> attributes = Map.of(
                "long",
                1L,
                "double",
                1.0,
                "nan",
                Double.NaN,
                "$odd",
                Map.of("$number", "NaN", "$", List.of(), "\\\ud800", true),
                "half \udc00 \\",
                "half \ud83d");

        String text = written("attributes", attributes);

        assertThat(read("attributes", text)).isEqualTo(attributes);
        assertThat(text).contains("\"double\":1.0").contains("\"nan\":{\"$number\":\"NaN\"}");
        assertThatThrownBy(() -> written("attributes", Map.of("a", 1)))
                .hasMessageContaining("attribute must be")
                .hasMessageContaining("java.lang.Integer");
    }

    @Test
    void aRecordOfRecordsInMapsComesBack() {
        SortedMap<String, SortedMap<String, String>> settings = new TreeMap<>();
        settings.put("pid", new TreeMap<>(Map.of("b", "2", "a", "1")));
        SandboxRun run = new SandboxRun("ab", settings, List.of(), Duration.ofMillis(5), SandboxLevel.PROCESS);

        assertThat(read("run", written("run", run))).isEqualTo(run);
    }

    @Test
    void theAnswersTextDoesNotTellInWhichOrderAMapWasMade() {
        Trace one = Trace.builder("t").attribute("a", 1L).attribute("b", 2L).build();
        Trace other = Trace.builder("t").attribute("b", 2L).attribute("a", 1L).build();
        Form form = forms.of(Trace.class);

        assertThat(JsonText.write(false, sheet -> form.write(one, sheet)))
                .isEqualTo(JsonText.write(false, sheet -> form.write(other, sheet)));
    }

    @Test
    void aProviderSeesAttributesInTheOrderInWhichTheyWereMade() {
        Trace trace = Trace.builder("t").attribute("b", 2L).attribute("a", 1L).build();
        Form form = forms.of(Trace.class);

        Trace again = (Trace)
                form.read(JsonText.read(JsonText.write(true, sheet -> form.write(trace, sheet)), "text"), "text");

        assertThat(again.attributes().keySet()).containsExactly("b", "a");
    }

    @Test
    void whatTheCallerDoesToItsListAfterTheCallIsNotRecorded() throws NoSuchMethodException {
        List<Boolean> given = new ArrayList<>(List.of(true));
        Recording recording = new JsonCalls().record(Kinds.class.getMethod("truths", List.class), new Object[] {given});

        given.clear();

        assertThat(recording.inputs()).isEqualTo("[[true]]");
    }

    @Test
    void anAnswerThatIsAMapStandsInAnEnvelope() throws NoSuchMethodException {
        var method = Kinds.class.getMethod("attributes", Map.class);
        JsonCalls calls = new JsonCalls();
        Map<String, Object> answer = Map.of("thrown", "nothing");

        String output = calls.record(method, new Object[] {Map.of()}).output(answer);

        assertThat(output).isEqualTo("{\"answer\":{\"thrown\":\"nothing\"}}");
        assertThat(calls.answer(method, output)).isEqualTo(answer);
    }
}
