package dev.callautomation.examples.support.backoffice;

import java.util.function.Function;

import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

import static com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder.responseDefinition;

/** Lets a stub answer from what the server knows instead of from a fixed text: a CRM must find the record it was given. */
record Answering(String name, Function<Request, ResponseDefinition> answer) implements ResponseDefinitionTransformerV2 {

    private static final HttpHeaders JSON_HEADERS =
            new HttpHeaders(new HttpHeader("Content-Type", "application/json;charset=UTF-8"));

    @Override
    public String getName() {
        return name;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        return answer.apply(event.getRequest());
    }

    static ResponseDefinition json(int status, Object body) {
        return responseDefinition()
                .withStatus(status)
                .withHeaders(JSON_HEADERS)
                .withBody(Json.write(body))
                .build();
    }

    static ResponseDefinition empty(int status) {
        return responseDefinition().withStatus(status).build();
    }
}
