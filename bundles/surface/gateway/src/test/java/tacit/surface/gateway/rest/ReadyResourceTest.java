package tacit.surface.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tacit.api.http.Reply;
import tacit.api.learn.LearningPipeline;
import tacit.api.store.Database;
import tacit.api.store.StoreException;

class ReadyResourceTest {

    @Test
    void isReadyWhereTheDatabaseReadsAndWrites() throws IOException {
        Reply reply = ask(databaseThatRefuses(Set.of()));

        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply)).contains("\"ready\"");
    }

    @Test
    void isNotReadyWhereNothingCanBeWritten() throws IOException {
        Reply reply = ask(databaseThatRefuses(Set.of("write")));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(text(reply)).contains("The database cannot be written").doesNotContain("does not answer");
    }

    @Test
    void isNotReadyWhereNothingCanBeRead() throws IOException {
        Reply reply = ask(databaseThatRefuses(Set.of("read", "write")));

        assertThat(reply.status()).isEqualTo(503);
        assertThat(text(reply)).contains("The database does not answer").doesNotContain("written");
    }

    @Test
    void isNotReadyWithoutADatabase() throws IOException {
        assertThat(text(ask(null))).contains("The database does not answer");
    }

    private static Reply ask(@Nullable Database database) {
        LearningPipeline pipeline = (scope, progress) -> {
            throw new UnsupportedOperationException();
        };
        return new ReadyResource(database, pipeline, new FakeTraceStore()).handle(FakeCall.json(""));
    }

    private static Database databaseThatRefuses(Set<String> acts) {
        return (Database) Proxy.newProxyInstance(
                ReadyResourceTest.class.getClassLoader(),
                new Class<?>[] {Database.class},
                (self, method, arguments) -> {
                    if (acts.contains(method.getName())) {
                        throw new StoreException("No space left on device");
                    }
                    return List.of(1);
                });
    }

    private static String text(Reply reply) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reply.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
