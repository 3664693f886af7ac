package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tacit.api.http.HttpProblem;
import tacit.api.store.PageRequest;
import tacit.api.trace.OutcomeLabel;
import tacit.surface.gateway.rest.reply.Query;

class QueryTest {

    @Test
    void hasAPageWhenNoneIsAskedFor() {
        assertThat(Query.paged(new FakeCall()).page()).isEqualTo(new PageRequest(0, 50));
    }

    @Test
    void readsPagesAndChoices() {
        FakeCall call =
                new FakeCall().asking("limit", "7").asking("offset", "21").asking("outcome", "Failure");

        Query query = Query.paged(call, "outcome");

        assertThat(query.page()).isEqualTo(new PageRequest(21, 7));
        assertThat(query.choice("outcome", OutcomeLabel.class)).isEqualTo(OutcomeLabel.FAILURE);
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,1001",
        "limit,ten",
        "offset,-1",
        "offset,99999999999999999999",
        "outcome,good",
        "from,now",
        "colour,red"
    })
    void refusesWhatItCannotRead(String name, String value) {
        TracesResource resource = new TracesResource(new FakeTraceStore(), (scope, filter, text, page) -> {
            throw new UnsupportedOperationException(text);
        });

        assertThatThrownBy(() -> resource.handle(new FakeCall().asking(name, value)))
                .isInstanceOf(HttpProblem.class)
                .extracting(problem -> ((HttpProblem) problem).status())
                .isEqualTo(400);
    }

    @Test
    void namesWhatItKnows() {
        assertThatThrownBy(() -> Query.paged(new FakeCall().asking("colour", "red"), "state"))
                .hasMessage("Known parameters are limit, offset, state, there is another one");
    }
}
