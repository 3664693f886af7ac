package tacit.memory.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static tacit.memory.durable.Conversations.SCOPE;
import static tacit.memory.durable.Conversations.agent;
import static tacit.memory.durable.Conversations.recording;
import static tacit.memory.durable.Conversations.talk;
import static tacit.memory.durable.Conversations.user;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeMap;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tacit.api.memory.MemoryChange;
import tacit.api.memory.MemoryRecord;
import tacit.api.recall.ContextHit;
import tacit.api.recall.SessionMessage;
import tacit.api.store.Database;
import tacit.runtime.testkit.EachDatabase;

@EachDatabase
class AlignmentTest {

    @TempDir
    Path folder;

    private final Database database;
    private Conversations talks;

    AlignmentTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        talks = new Conversations(database, folder);
    }

    @AfterEach
    void close() {
        talks.close();
    }

    private int hand(List<SessionMessage> messages) {
        return talks.context().record(recording(SCOPE, "t1", false, messages)).added();
    }

    private List<String> kept() {
        List<String> texts = new ArrayList<>(
                talks.stored("message").stream().map(MemoryRecord::text).toList());
        Collections.reverse(texts);
        return texts;
    }

    @Test
    void dc11WorksInProportionToWhatIsNew() {
        List<SessionMessage> talk = talk(1000);
        int[] work = new int[2];
        for (int i = 1; i <= 1000; i++) {
            hand(talk.subList(0, i));
            if (i == 500) {
                work[0] = talks.store.reads + talks.store.writes;
            }
        }
        work[1] = talks.store.reads + talks.store.writes - work[0];

        assertThat(talks.stored("message")).hasSize(1000);
        // One look, one message and one note on how far it is kept for each
        assertThat(talks.store.writes).isEqualTo(2 * 1000 + 1);
        assertThat(work[1]).isCloseTo(work[0], Percentage.withPercentage(2));
    }

    @Test
    void keepsEachMessageOnce() {
        assertThat(hand(talk(6))).isEqualTo(6);
        assertThat(hand(talk(6))).isZero();
        assertThat(hand(talk(8))).isEqualTo(2);
        assertThat(kept()).hasSize(8);
    }

    @Test
    void keepsWhatIsSaidAgain() {
        assertThat(hand(List.of(user("yes"), agent("sure"), user("yes")))).isEqualTo(3);
        assertThat(talks.append("t1", user("yes")).added()).isEqualTo(1);
        assertThat(kept()).containsExactly("yes", "sure", "yes", "yes");
        assertThat(talks.search("t1", "yes")).extracting(ContextHit::sequence).containsExactly(3L, 2L, 0L);
    }

    @Test
    void goesOnBehindACompaction() {
        List<SessionMessage> talk = talk(100);
        hand(talk);
        List<SessionMessage> shorter = new ArrayList<>();
        shorter.add(talk.get(0));
        shorter.add(user("<compaction_summary>All of it</compaction_summary>"));
        shorter.addAll(talk.subList(90, 100));
        shorter.add(user("something new"));

        assertThat(hand(shorter)).isEqualTo(1);
        assertThat(kept()).hasSize(101).endsWith("something new");
        assertThat(hand(shorter)).isZero();
    }

    @Test
    void knowsAPartInTheMiddle() {
        List<SessionMessage> talk = talk(100);
        hand(talk);

        assertThat(hand(talk.subList(20, 60))).isZero();
        assertThat(hand(talk.subList(99, 100))).isZero();
    }

    @Test
    void keepsAMessageThatWasInsertedLate() {
        List<SessionMessage> talk = talk(10);
        hand(talk);
        List<SessionMessage> more = new ArrayList<>(talk);
        more.add(5, user("said meanwhile"));

        assertThat(hand(more)).isEqualTo(1);
        assertThat(kept()).hasSize(11).contains("said meanwhile");
    }

    @Test
    void goesOnWhereItWasCutOff() {
        hand(talk(4));
        MemoryRecord conversation = talks.stored("conversation").get(0);
        TreeMap<String, String> earlier = new TreeMap<>(conversation.attributes());
        hand(talk(8));
        talks.sql.change(SCOPE, conversation.id(), MemoryChange.NONE.withAttributes(earlier));

        hand(talk(9));

        assertThat(kept()).hasSize(9).doesNotHaveDuplicates();
    }
}
