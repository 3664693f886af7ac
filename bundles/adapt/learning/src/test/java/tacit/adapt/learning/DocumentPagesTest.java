package tacit.adapt.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tacit.api.adapt.StateDocument;
import tacit.api.adapt.StateFilter;
import tacit.api.adapt.StateStore;
import tacit.api.store.Scope;

class DocumentPagesTest {

    private static final Scope TEAM = Scope.ofWorkspace("w1");

    private final List<StateFilter> asked = new ArrayList<>();

    /** A store that holds documents of the sequences from one up to so many. */
    private StateStore holding(int many) {
        return StateStore.class.cast(Proxy.newProxyInstance(
                StateStore.class.getClassLoader(), new Class<?>[] {StateStore.class}, (self, method, arguments) -> {
                    StateFilter filter = (StateFilter) arguments[1];
                    asked.add(filter);
                    long before = Objects.requireNonNullElse(filter.before(), many + 1L);
                    return LongStream.iterate(before - 1, sequence -> sequence > 0, sequence -> sequence - 1)
                            .limit((int) arguments[2])
                            .mapToObj(DocumentPagesTest::document)
                            .toList();
                }));
    }

    private static StateDocument document(long sequence) {
        return new StateDocument(
                "w1", null, "note", "n" + sequence, 1, sequence, "{}", List.of(), Given.NOON, Given.NOON);
    }

    private Stream<Long> sequences(int many) {
        return DocumentPages.all(holding(many), TEAM, StateFilter.of("note")).map(StateDocument::sequence);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1_000, 1_001, 2_000, 3_456})
    void readsEachDocumentOnceHoweverManyThereAre(int many) {
        List<Long> read = sequences(many).toList();

        assertThat(read).hasSize(many).doesNotHaveDuplicates();
        assertThat(read).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @Test
    void readsNoPageThatNobodyNeeds() {
        assertThat(sequences(5_000).limit(10).toList()).hasSize(10).startsWith(5_000L);

        assertThat(asked).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void keepsTheBoundsOfTheFilterOnEveryPage() {
        StateFilter young = new StateFilter("note", Given.NOON, null, null);

        assertThat(DocumentPages.all(holding(2_500), TEAM, young)).hasSize(2_500);

        assertThat(asked).hasSize(3).allSatisfy(filter -> {
            assertThat(filter.kind()).isEqualTo("note");
            assertThat(filter.from()).isEqualTo(Given.NOON);
        });
        assertThat(asked).extracting(StateFilter::before).containsExactly(null, 1_501L, 501L);
    }
}
