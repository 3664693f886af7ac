package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.ExternalContext;
import tacit.api.memory.ExternalContext.Fact;
import tacit.api.memory.ExternalForgetting;
import tacit.api.memory.ExternalNote;
import tacit.api.memory.ExternalQuery;
import tacit.api.memory.RemoteCopy;
import tacit.runtime.testkit.MovingClock;

class SupermemoryTest {

    private static final String CREATED = "{\"documentId\":\"d 1\",\"memories\":[{\"id\":\"mem_1\"}]}";

    private final MovingClock clock = new MovingClock();
    private FakeService service;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void ex01AsksForTheProfileWithoutAQuery() {
        service.answer("/v4/profile", "{\"profile\":{\"static\":[\"Likes tea\"],\"dynamic\":[]}}");

        ExternalContext context = memory(Map.of()).prefetch(new ExternalQuery("w1", "w1", null));

        assertThat(context.providerId()).isEqualTo("supermemory");
        assertThat(context.facts()).extracting(Fact::text).containsExactly("Likes tea");
        assertThat(context.metadata()).containsEntry("query", "").containsEntry("container", "cowork:w1");
        assertThat(service.asked.get(0).body()).isEqualTo("{\"containerTag\":\"cowork:w1\"}");
    }

    @Test
    void takesFiveFactsOfEachKindAndFourHits() {
        service.answer(
                "/v4/profile",
                "{\"profile\":{\"static\":" + texts("s") + ",\"dynamic\":" + texts("d")
                        + "},\"searchResults\":{\"results\":"
                        + "[" + String.join(",", Collections.nCopies(6, "{\"id\":\"m\",\"memory\":\"hit\"}")) + "]}}");

        List<Fact> facts = prefetch(memory(Map.of()), "tea").facts();

        assertThat(facts).filteredOn(fact -> fact.kind().equals("static")).hasSize(5);
        assertThat(facts).filteredOn(fact -> fact.kind().equals("dynamic")).hasSize(5);
        assertThat(facts).filteredOn(fact -> fact.kind().equals("found")).hasSize(4);
        assertThat(service.asked.get(0).json().path("q").asText()).isEqualTo("tea");
        assertThat(service.asked.get(0).json().path("threshold").asDouble()).isEqualTo(0.55);
    }

    private static String texts(String word) {
        return "[" + String.join(",", Collections.nCopies(7, "\"" + word + "\"")) + "]";
    }

    @Test
    void leavesPromptsAloneWhereThatIsSet() {
        assertThat(prefetch(memory(Map.of("include_profile_in_prompt", false)), "tea")
                        .facts())
                .isEmpty();
        assertThat(service.asked).isEmpty();
    }

    @Test
    void searchesAsItIsSet() {
        service.answer(
                "/v4/search",
                "{\"results\":[{\"id\":\"m1\",\"memory\":\"Likes tea\",\"similarity\":0.9,"
                        + "\"updatedAt\":\"2026-01-02T03:04:05Z\"},{\"id\":\"m2\",\"chunk\":\"Sencha\",\"similarity\":7},"
                        + "{\"id\":\"m3\",\"memory\":4},{\"id\":\"m4\",\"memory\":\" \"},null]}");
        Supermemory memory = memory(Map.of("search_mode", "memories", "rerank", false, "threshold", 0.2));

        List<Fact> facts = memory.search("w1", "w1", null, "tea", 8);

        assertThat(facts)
                .containsExactly(
                        new Fact("m1", "found", "Likes tea", 0.9, Instant.parse("2026-01-02T03:04:05Z")),
                        new Fact("m2", "found", "Sencha", 1, null));
        assertThat(service.asked.get(0).body())
                .isEqualTo("{\"q\":\"tea\",\"containerTag\":\"cowork:w1\",\"searchMode\":\"memories\",\"limit\":8,"
                        + "\"threshold\":0.2,\"rerank\":false}");
    }

    @Test
    void remembersInTheContainerOfTheWorkspace() {
        service.answer("/v4/memories", CREATED);

        RemoteCopy copy = memory(Map.of()).remember(note("Likes tea", null));

        assertThat(copy).isEqualTo(new RemoteCopy("mem_1", "d 1", "cowork:w1"));
        assertThat(service.asked.get(0).json().path("containerTag").asText()).isEqualTo("cowork:w1");
        assertThat(service.asked.get(0).json().path("memories").path(0).toString())
                .isEqualTo("{\"content\":\"Likes tea\",\"isStatic\":false,\"metadata\":{\"source\":\"archive\"}}");
    }

    @Test
    void sm05RefusesToRememberInAnotherWorkspaceAndTakesAnAllowedContainer() {
        service.answer("/v4/memories", CREATED);
        Supermemory memory = memory(Map.of("custom_containers", new String[] {"team"}));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory.remember(note("Likes tea", "cowork:w2")))
                .withMessageContaining("not allowed");
        assertThat(service.asked).isEmpty();
        assertThat(memory.remember(note("Likes tea", "team")).container()).isEqualTo("team");
    }

    @Test
    void doesNotTakeAnAnswerWithoutAnIdForACopy() {
        service.answer("/v4/memories", "{\"memories\":[]}");

        assertThatIllegalStateException().isThrownBy(() -> memory(Map.of()).remember(note("Likes tea", null)));
    }

    @Test
    void ex03ForgetsATextByItsContent() {
        memory(Map.of()).forget(forgetting(null, null, "Likes tea", null, false));

        FakeService.Asked asked = service.asked.get(0);
        assertThat(asked.method() + " " + asked.path()).isEqualTo("DELETE /v4/memories");
        assertThat(asked.json().path("content").asText()).isEqualTo("Likes tea");
        assertThat(asked.json().has("id")).isFalse();
        assertThat(service.asked).hasSize(1);
    }

    @Test
    void forgetsACopyWhereItWasPutAndWhatItWasMadeFrom() {
        memory(Map.of()).forget(forgetting("mem_1", "d 1", null, "cowork:former", true));

        assertThat(service.asked.get(0).json().path("containerTag").asText()).isEqualTo("cowork:former");
        assertThat(service.asked).extracting(FakeService.Asked::method).containsExactly("DELETE", "DELETE");
        assertThat(service.asked.get(1).path()).isEqualTo("/v3/documents/d 1");
    }

    @Test
    void refusesToForgetElsewhereOrWithoutAName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory(Map.of()).forget(forgetting("m", null, null, "cowork:w2", false)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> memory(Map.of()).forget(forgetting(null, null, null, null, false)));
        assertThat(service.asked).isEmpty();
    }

    @Test
    void asksNothingWhileItIsOff() {
        Supermemory off = memory(Map.of("enabled", false));

        assertThatIllegalStateException().isThrownBy(() -> prefetch(off, "tea")).withMessageContaining("disabled");
        assertThatIllegalStateException().isThrownBy(() -> off.remember(note("x", null)));
        assertThatIllegalStateException().isThrownBy(() -> off.forget(forgetting("m", null, null, null, true)));
        assertThat(off.check()).isEqualTo("It is switched off");
        assertThat(service.asked).isEmpty();
    }

    @Test
    void saysWhetherItAnswersAndThatItIsPaused() {
        Supermemory memory = memory(Map.of());
        assertThat(memory.check()).isEqualTo("It answers");
        service.status = 500;

        for (int i = 0; i < 3; i++) {
            assertThat(memory.check()).startsWith("It does not answer").doesNotContain(FakeService.KEY);
        }

        assertThat(memory.state().pausedUntil()).isEqualTo(clock.instant().plus(Duration.ofMinutes(10)));
    }

    private static ExternalContext prefetch(Supermemory memory, String query) {
        return memory.prefetch(new ExternalQuery("w1", "w1", query));
    }

    private static ExternalNote note(String content, @Nullable String container) {
        return new ExternalNote("w1", "w1", content, container, new TreeMap<>(Map.of("source", "archive")), false);
    }

    private static ExternalForgetting forgetting(
            @Nullable String id,
            @Nullable String document,
            @Nullable String content,
            @Nullable String container,
            boolean background) {
        return new ExternalForgetting("w1", "w1", id, document, content, container, background);
    }

    private Supermemory memory(Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(Map.of("enabled", true));
        all.putAll(values);
        return new Supermemory(
                Settings.of(SettingsTest.config(all)),
                Key.find("", "SM", Map.of("SM", FakeService.KEY)),
                clock,
                service.address());
    }
}
