package tacit.evidence.otlp.wire;

import java.util.Optional;

/** The two encodings of OTLP over HTTP. */
public enum Encoding {
    PROTOBUF("application/x-protobuf"),
    JSON("application/json");

    private final String mediaType;

    Encoding(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The encoding of a media type; empty when OTLP has none of that type. */
    public static Optional<Encoding> of(String mediaType) {
        if (mediaType.equals(JSON.mediaType)) {
            return Optional.of(JSON);
        }
        return mediaType.equals(PROTOBUF.mediaType) || mediaType.equals("application/protobuf")
                ? Optional.of(PROTOBUF)
                : Optional.empty();
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * Reads a request with spans.
     *
     * @throws UndecodableException when the body as a whole cannot be read
     */
    public Decoded<WireSpan> spans(byte[] body) {
        return this == PROTOBUF ? ProtobufTraces.decode(body) : JsonTraces.decode(Json.read(body));
    }

    /**
     * Reads a request with log records.
     *
     * @throws UndecodableException when the body as a whole cannot be read
     */
    public Decoded<WireLog> logs(byte[] body) {
        return this == PROTOBUF ? ProtobufLogs.decode(body) : JsonLogs.decode(Json.read(body));
    }

    /** Writes the answer to a request of which some items were not taken. */
    public byte[] answer(Signal signal, long rejected, String reason) {
        return this == PROTOBUF
                ? ProtobufAnswers.write(signal, rejected, reason)
                : JsonAnswers.write(signal, rejected, reason);
    }
}
