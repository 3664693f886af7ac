package tacit.memory.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.archive.Archives.SCOPE;
import static tacit.memory.archive.Archives.request;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.memory.ArchiveOrigin;
import tacit.api.memory.ArchiveSettings.Privacy;
import tacit.api.memory.ArchiveSettingsChange;
import tacit.api.memory.ArchiveType;
import tacit.api.memory.Audience;
import tacit.api.memory.CaptureRequest;
import tacit.api.memory.CaptureRequest.Batching;
import tacit.api.memory.CaptureRequest.Place;
import tacit.api.memory.CaptureRequest.Priority;
import tacit.api.memory.CaptureResult;
import tacit.api.memory.CaptureResult.Reason;
import tacit.api.memory.Evidence;
import tacit.api.memory.MemoryRecord;
import tacit.api.memory.PendingWrite;
import tacit.api.memory.TrustLane;
import tacit.api.memory.Visibility;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class CaptureTest {

    @TempDir
    Path folder;

    private Database database;
    private Archives archives;

    @BeforeEach
    void open(Database opened) {
        database = opened;
        archives = new Archives(opened, folder);
    }

    @AfterEach
    void close() {
        archives.close();
    }

    private Reason reason(String content) {
        return archives.archive.capture(request(content)).reason();
    }

    @Test
    void ar08KeepsAMentionOfTheSecretsFileForItsOwner() {
        assertThat(archives.keep("Copied .env to the server").visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(archives.keep("Look at config/.env.local").visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(archives.keep("Reads process.env.PORT").visibility()).isEqualTo(Visibility.SHARED);
        assertThat(archives.keep("The .environment file").visibility()).isEqualTo(Visibility.SHARED);
    }

    @Test
    void ar12KeepsTextsAboutAuthenticationOpen() {
        assertThat(archives.keep("Fix the auth bug of the tokenizer").visibility())
                .isEqualTo(Visibility.SHARED);
    }

    @Test
    void ar15StoresAnObservationAsItIs() {
        MemoryRecord record = archives.keep(ArchiveType.OBSERVATION, "task-1", "Read the file notes.md");

        assertThat(record.workspaceId()).isEqualTo("w1");
        assertThat(record.attribute(Fields.TASK)).contains("task-1");
        assertThat(record.kind()).isEqualTo("observation");
        assertThat(record.text()).isEqualTo("Read the file notes.md");
        assertThat(record.visibility()).isEqualTo(Visibility.SHARED);
        assertThat(Fields.origin(record)).isEqualTo(ArchiveOrigin.TASK);
    }

    @Test
    void ar16KeepsAPrivateOnePrivate() {
        CaptureRequest hidden =
                request(ArchiveType.OBSERVATION, null, "Nothing special", true, null, Batching.USUAL, Place.USUAL);

        assertThat(Archives.stored(archives.archive.capture(hidden)).visibility())
                .isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void ar17StoresNothingWhenItIsOff() {
        archives.enabled(false);
        assertThat(reason("one")).isEqualTo(Reason.DISABLED);

        archives.change(new ArchiveSettingsChange(true, false, null, null, null, null, null, Archives.EVIDENCE));
        assertThat(reason("two")).isEqualTo(Reason.CAPTURE_OFF);

        archives.change(
                new ArchiveSettingsChange(null, true, null, null, null, Privacy.DISABLED, null, Archives.EVIDENCE));
        assertThat(reason("three")).isEqualTo(Reason.PRIVACY);
        assertThat(archives.all(SCOPE)).isEmpty();
    }

    @Test
    void ar18KeepsEverythingPrivateWhileStrict() {
        archives.privacy(Privacy.STRICT);
        assertThat(archives.keep("one").visibility()).isEqualTo(Visibility.PRIVATE);

        archives.privacy(Privacy.NORMAL);
        assertThat(archives.keep("two").visibility()).isEqualTo(Visibility.SHARED);
    }

    @Test
    void ar19LeavesOutWhatPatternsExclude() {
        archives.excluding(List.of("internal-\\d+", "password\\s*[:=]\\s*\\S+"));

        assertThat(reason("See INTERNAL-42")).isEqualTo(Reason.EXCLUDED);
        assertThat(reason("Password: hunter2-and-more")).isEqualTo(Reason.EXCLUDED);
        assertThat(reason("See the internal page")).isEqualTo(Reason.STORED);
    }

    @Test
    void ar20PassesOverPatternsThatCannotBeRead() {
        archives.excluding(List.of("(", "", "a".repeat(5000)));
        assertThat(reason("anything ( at all")).isEqualTo(Reason.STORED);

        archives.excluding(List.of());
        assertThat(reason("anything")).isEqualTo(Reason.STORED);
    }

    @Test
    void leavesOutWhatAPatternCannotDecideInTime() {
        archives.excluding(List.of("(.*)(.*)(.*)(.*)(.*)b"));

        assertThat(reason("a".repeat(500))).isEqualTo(Reason.EXCLUDED);
    }

    @Test
    void ar21CutsLongTexts() {
        MemoryRecord record = archives.keep("x".repeat(15_000));

        assertThat(record.text()).hasSizeLessThan(15_000).endsWith("[... truncated]");
        assertThat(record.attribute(Fields.TOKENS)).contains("3750");
    }

    @Test
    void cutsLongTextsBeforeAWord() {
        MemoryRecord record = archives.keep("x".repeat(9_990) + " sk-abcdefghijklmnopqrstuvwxyz0123456789");

        assertThat(record.text()).doesNotContain("sk-").endsWith("\n[... truncated]");
    }

    @ParameterizedTest
    @CsvSource({"0,0", "1,1", "4,1", "5,2", "400,100"})
    void ar22CountsTokensOfTheWholeAndOfTheSummary(int characters, String tokens) {
        MemoryRecord record = archives.keep("y".repeat(characters));

        assertThat(record.attribute(Fields.TOKENS)).contains(tokens);
        assertThat(record.attribute(Fields.SUMMARY_TOKENS)
                        .map(Integer::parseInt)
                        .orElse(0))
                .isEqualTo((Math.min(characters, 220) + 3) / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"party 🎉 time", "'; DROP TABLE memories; --", "a\u0001b\tc", "   \n ", ""})
    void ar23StoresWhateverTheTextHolds(String text) {
        assertThat(archives.now(archives.keep(text)).text()).isEqualTo(text);
    }

    @Test
    void ar23StoresNulAndLongLines() {
        assertThat(archives.now(archives.keep("a\0b")).text()).isEqualTo("a\uFFFDb");
        assertThat(archives.now(archives.keep("z".repeat(5000))).text()).hasSize(5000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a <no-memory> b", "< No-Memory / >", "x</no-memory>"})
    void ar24KeepsNothingThatAsksNotToBeRemembered(String text) {
        assertThat(reason(text)).isEqualTo(Reason.MARKED_NO_MEMORY);
        assertThat(archives.all(SCOPE)).isEmpty();
    }

    @Test
    void ar25LeavesOutPrivateSpans() {
        MemoryRecord record = archives.keep("Met <private>Dr. Grey\nat noon</private> today <private>and more");

        assertThat(record.text())
                .startsWith("Met ")
                .contains(" today ")
                .doesNotContain("Grey")
                .doesNotContain("and more");
        assertThat(record.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(record.attribute(Fields.PRIVACY)).contains("redacted");
    }

    @Test
    void ar46SumsUpAHeartbeatByItselfOnly() {
        Batching low = new Batching(false, Priority.LOW, null);
        CaptureRequest beat = request(
                ArchiveType.OBSERVATION, null, "beat ".repeat(400), false, ArchiveOrigin.HEARTBEAT, low, Place.USUAL);

        MemoryRecord record = Archives.stored(archives.archive.capture(beat));

        assertThat(record.attribute(Fields.SUMMARY)).isPresent();
        assertThat(archives.archive.stats(SCOPE).compressed()).isEqualTo(1);
        archives.archive.capture(beat);
        assertThat(archives.upkeep.digest(SCOPE)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"false,,true", "true,,false", "true,true,true", "false,false,false"})
    void ar52RemembersRunsOfAgentsOnlyWhereAsked(boolean subTask, @Nullable Boolean retain, boolean kept) {
        Place place = new Place(subTask, retain, Audience.Kind.PRIVATE, false);
        CaptureRequest request = request(ArchiveType.OBSERVATION, "t", "done", false, null, Batching.USUAL, place);

        assertThat(archives.archive.capture(request).reason()).isEqualTo(kept ? Reason.STORED : Reason.NOT_RETAINED);
    }

    @Test
    void remembersWhatOthersReadAlongOnlyWhereAllowedAndForItsOwner() {
        Place closed = new Place(false, null, Audience.Kind.GROUP, false);
        Place allowed = new Place(false, null, Audience.Kind.GROUP, true);

        CaptureResult not = archives.archive.capture(
                request(ArchiveType.INSIGHT, "t", "said in a group", false, null, Batching.USUAL, closed));
        CaptureResult kept = archives.archive.capture(
                request(ArchiveType.INSIGHT, "t", "said in a group", false, null, Batching.USUAL, allowed));

        assertThat(not.reason()).isEqualTo(Reason.NOT_RETAINED);
        assertThat(Archives.stored(kept).visibility()).isEqualTo(Visibility.PRIVATE);
    }

    @Test
    void doesAWriteThatWaitedExactlyAsProposed() {
        try (Archives gated = new Archives(database, folder.resolve("gated"), "all", true)) {
            CaptureRequest long15 = Archives.in(request(ArchiveType.DECISION, "t9", "w".repeat(15_000)), "w1", "ada");
            CaptureResult staged = gated.archive.capture(long15);
            assertThat(staged.reason()).isEqualTo(Reason.STAGED);
            assertThat(gated.all(SCOPE)).isEmpty();

            PendingWrite done = gated.gate.approve(SCOPE, Objects.requireNonNull(staged.pendingId()), "bob", null);

            assertThat(done.status()).as(done.resolution()).isEqualTo(PendingWrite.Status.APPLIED);
            MemoryRecord record = gated.all(SCOPE).get(0);
            assertThat(record.kind()).isEqualTo("decision");
            assertThat(record.scope().id()).isEqualTo("ada");
            assertThat(record.attribute(Fields.TOKENS)).contains("3750");
            assertThat(record.attribute(Sidecar.TITLE)).isPresent();
        }
    }

    @Test
    void saysWhyTheStoreRefused() {
        CaptureRequest gone = request("It rained in May");
        MemoryRecord record = Archives.stored(archives.archive.capture(gone));
        archives.store.delete(SCOPE, List.of(record.id()), false);

        CaptureResult again = archives.archive.capture(gone);
        CaptureResult without = archives.archive.capture(new CaptureRequest(
                "w1",
                null,
                null,
                ArchiveType.INSIGHT,
                "From nowhere",
                false,
                TrustLane.INFERENCE,
                List.<Evidence>of(),
                null,
                Batching.USUAL,
                Place.USUAL));

        assertThat(again.reason()).isEqualTo(Reason.REFUSED);
        assertThat(again.words()).contains("deleted");
        assertThat(without.reason()).isEqualTo(Reason.REFUSED);
    }

    @Test
    void takesNothingApartWhereThatIsOff() {
        try (Archives plain = new Archives(database, folder.resolve("plain"), "off", false)) {
            MemoryRecord record = plain.keep("Edited a/b.txt");

            assertThat(record.attributes()).doesNotContainKey(Sidecar.TITLE).containsKey(Fields.SUMMARY);
        }
    }
}
