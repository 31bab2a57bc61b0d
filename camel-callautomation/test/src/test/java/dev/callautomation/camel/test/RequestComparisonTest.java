package dev.callautomation.camel.test;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestComparisonTest {

    private final RequestComparison comparison = new RequestComparison(Set.of("callbackUri"));

    private Optional<String> difference(String recorded, String sent) throws IOException {
        return comparison.difference(
                RecordedCall.MAPPER.readTree(recorded.replace('\'', '"')),
                RecordedCall.MAPPER.readTree(sent.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1,'b':[true]}                       | {'b':[true],'a':1}",
                "{'callbackUri':'https://a.example.com'}  | {'callbackUri':'https://b.example.com'}",
                "{'uri':'https://a/x.wav?sig=replaced-1'} | {'uri':'https://a/x.wav?sig=abc'}",
                "{'ticket':'replaced-12'}                 | {'ticket':4711}",
                "{'text':'Call 14255557001 now'}          | {'text':'Call (030) 90 18-20 now'}",
                "{'tones':['zero','zero','zero','zero']}  | {'tones':['one','two','three','pound']}",
                "{'operationContext':'~cca1~n~1~~menu'}   | {'operationContext':'~cca1~m~2~replaced-1~menu'}",
                "{'operationContext':'menu'}              | {'operationContext':'~cca1~m~2~~menu'}",
                "{}                                       | {'operationContext':'~cca1~m~2~'}"
            })
    void theSameRequest(String recorded, String sent) throws IOException {
        assertThat(difference(recorded, sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':{'b':1}}                            | {'a':{'b':2}}               | a/b is 2 instead of 1",
                "{'a':1}                                  | {}                          | a is missing instead of 1",
                "{}                                       | {'a':1}                     | a is 1 instead of missing",
                "{'a':[1,2]}                              | {'a':[1,3]}                 | a/1 is 3 instead of 2",
                "{'a':[1,2]}                              | {'a':[1]}                   | a is [1] instead of [1,2]",
                "{'value':'+14255557001'}                 | {'value':'+18005550100'}    | value is",
                "{'text':'Call 14255557001 now'}          | {'text':'Call me now'}      | text is",
                "{'uri':'https://a/x.wav?sig=replaced-1'} | {'uri':'https://a/y.wav?s'} | uri is",
                "{'tones':['one']}                        | {'tones':['two']}           | tones/0 is",
                "{'operationContext':'~cca1~n~1~~menu'}   | {'operationContext':'x'}    | operationContext is"
            })
    void anotherRequest(String recorded, String sent, String difference) throws IOException {
        assertThat(difference(recorded, sent))
                .hasValueSatisfying(text -> assertThat(text).startsWith(difference.replace('\'', '"')));
    }

    @Test
    void theFirstDifferenceIsReported() throws IOException {
        assertThat(difference("{'a':1,'b':2}", "{'b':3,'a':2}")).contains("a is 2 instead of 1");
    }
}
