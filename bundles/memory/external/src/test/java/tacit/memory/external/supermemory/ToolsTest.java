package tacit.memory.external.supermemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tacit.api.memory.Audience;
import tacit.api.memory.MemoryWrite;
import tacit.api.memory.PendingWrite;
import tacit.api.recall.RecallTool;
import tacit.api.recall.ToolCall;
import tacit.api.store.Database;
import tacit.api.store.Scope;
import tacit.evidence.redaction.PatternRedactor;
import tacit.memory.external.Tooling;
import tacit.runtime.testkit.EachDatabase;
import tacit.runtime.testkit.MovingClock;

@EachDatabase
class ToolsTest {

    private static final Audience ADA = Audience.ofUser("ada");
    private static final Audience GROUP = new Audience(Audience.Kind.GROUP, "ada", "slack", null, false);

    private final MovingClock clock = new MovingClock();
    private FakeService service;
    private Database database;
    private Tooling host;
    private Supermemory memory;

    @BeforeEach
    void start(Database opened) throws IOException {
        database = opened;
        service = new FakeService();
        service.answer("/v4/memories", "{\"documentId\":\"d1\",\"memories\":[{\"id\":\"mem_1\"}]}");
        service.answer("/v4/search", "{\"results\":[{\"id\":\"m1\",\"memory\":\"Likes tea\",\"similarity\":0.9}]}");
        service.answer("/v4/profile", "{\"profile\":{\"static\":[\"Likes tea\"]}}");
        open("off", true);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private void open(String mode, boolean enabled) {
        Map<String, Object> settings =
                new HashMap<>(Map.of("enabled", enabled, "custom_containers", new String[] {"team"}));
        memory = new Supermemory(
                Settings.of(SettingsTest.config(settings)),
                Key.find("", "SM", Map.of("SM", FakeService.KEY)),
                clock,
                service.address());
        host = new Tooling(database, clock, mode, memory);
    }

    @Test
    void areOfferedOnlyWhileItIsOn() {
        assertThat(tools())
                .extracting(RecallTool::name)
                .containsExactly(
                        "supermemory_profile", "supermemory_search", "supermemory_remember", "supermemory_forget");
        assertThat(tools()).allMatch(RecallTool::available);
        assertThat(tools()).filteredOn(RecallTool::changes).hasSize(2);

        open("off", false);

        assertThat(tools()).noneMatch(RecallTool::available);
    }

    @Test
    void answersForeignFacts() {
        assertThat(search().call(call(ADA, Map.of("query", "tea"))).rows())
                .containsExactly(
                        Map.of("id", "m1", "kind", "found", "text", "Likes tea", "lane", "foreign", "relevance", 0.9));
        assertThat(profile().call(call(ADA, Map.of())).rows()).hasSize(1);
        assertThat(service.asked.get(0).json().path("limit").asInt()).isEqualTo(8);
    }

    @Test
    void answersAGroupNothingAndAsksNothing() {
        assertThat(search().call(call(GROUP, Map.of("query", "tea"))).rows()).isEmpty();
        assertThat(profile().call(call(GROUP, Map.of())).rows()).isEmpty();
        assertThat(service.asked).isEmpty();
    }

    @Test
    void refusesWhatIsNotItsKindOfArgument() {
        refused(search(), Map.of());
        refused(search(), Map.of("query", "tea", "limit", 26L));
        refused(search(), Map.of("query", "tea", "limit", "many"));
        refused(search(), Map.of("query", "tea", "container", "cowork:other"));
        refused(forget(), Map.of());
        refused(forget(), Map.of("id", "m1", "text", "Likes tea"));
        assertThat(service.asked).isEmpty();
    }

    private static void refused(RecallTool tool, Map<String, Object> arguments) {
        assertThatIllegalArgumentException().isThrownBy(() -> tool.call(call(ADA, arguments)));
    }

    @Test
    void remembersAndForgetsWhatTheGateAllows() {
        assertThat(remember()
                        .call(call(ADA, Map.of("content", "Likes tea", "container", "team")))
                        .rows()
                        .get(0))
                .containsEntry("status", "allowed")
                .containsEntry("id", "mem_1");
        assertThat(forget().call(call(ADA, Map.of("id", "mem_1"))).rows().get(0))
                .containsEntry("status", "allowed");

        assertThat(service.asked.get(0).json().path("containerTag").asText()).isEqualTo("team");
        assertThat(service.asked.get(1).json().path("id").asText()).isEqualTo("mem_1");
        assertThat(host.told()).contains("external.remember", "external.forget").doesNotContain("Likes tea", "mem_1");
    }

    @Test
    void wg03LetsAWriteWaitAndWg07DoesItWithItsContainerWhenApproved() {
        open("external_only", true);

        Map<String, Object> row = remember()
                .call(call(ADA, Map.of("content", "Likes tea", "container", "team")))
                .rows()
                .get(0);

        assertThat(row).containsEntry("status", "staged");
        assertThat(service.asked).isEmpty();
        PendingWrite done = host.approve(String.valueOf(row.get("pendingId")));
        assertThat(done.status()).isEqualTo(PendingWrite.Status.APPLIED);
        assertThat(done.write().action()).isEqualTo("remember");
        assertThat(done.write().payload()).containsEntry("container", "team").containsEntry(MemoryWrite.USER, "ada");
        assertThat(service.asked.get(0).json().path("containerTag").asText()).isEqualTo("team");
    }

    @Test
    void wg04BlocksASecret() {
        Map<String, Object> row = remember()
                .call(call(ADA, Map.of("content", "api_key=sk-abcdefghijklmnopqrst")))
                .rows()
                .get(0);

        assertThat(row).containsEntry("status", "blocked");
        assertThat(service.asked).isEmpty();
    }

    @Test
    void needsTheRunForAChange() {
        ToolCall call = new ToolCall(
                new Scope("w", "ada"), ADA, null, new TreeMap<>(Map.<String, Object>of("content", "Likes tea")));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> remember().call(call))
                .withMessageContaining("taskId");
    }

    private List<RecallTool> tools() {
        return List.of(profile(), search(), remember(), forget());
    }

    private RecallTool profile() {
        return new SupermemoryProfile(memory, host.externals(), new PatternRedactor());
    }

    private RecallTool search() {
        return new SupermemorySearch(memory, host.externals(), new PatternRedactor());
    }

    private RecallTool remember() {
        return new SupermemoryRemember(memory, host.sending());
    }

    private RecallTool forget() {
        return new SupermemoryForget(memory, host.sending());
    }

    private static ToolCall call(Audience audience, Map<String, Object> arguments) {
        return new ToolCall(new Scope("w", "ada"), audience, "t1", new TreeMap<>(arguments));
    }
}
