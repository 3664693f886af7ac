package tacit.surface.channels;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.time.Instant;

/** Tickets as the JSON that is stored; what a later version adds is passed over. */
final class TicketJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addDeserializer(Instant.class, new Times()))
            .build();

    private TicketJson() {}

    static String write(Ticket ticket) {
        try {
            return MAPPER.writeValueAsString(ticket);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Every ticket can be written as JSON", e);
        }
    }

    static Ticket read(String json) {
        try {
            return MAPPER.readValue(json, Ticket.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot read a stored ticket", e);
        }
    }

    private static final class Times extends StdDeserializer<Instant> {

        private static final long serialVersionUID = 1L;

        Times() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Instant.parse(parser.getText());
        }
    }
}
