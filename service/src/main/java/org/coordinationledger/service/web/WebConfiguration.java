package org.coordinationledger.service.web;

import org.coordinationledger.catalogue.EventJson;
import org.coordinationledger.service.problem.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** What every request passes, and the JSON that bodies are written in. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    /** JSON as in events; besides, no property may stand twice in what is sent. */
    @Bean
    @Primary
    JsonMapper jsonMapper() {
        return EventJson.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsOfTomcat(ProblemWriter problems) {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new ProblemValve(problems)));
    }

    @Bean
    FilterRegistrationBean<RequestFilter> requestFilter(
            ProblemWriter problems,
            @Value("${ledger.web.max-body-size}") DataSize maxBodySize,
            @Value("${ledger.web.max-upload-size}") DataSize maxUploadSize) {
        FilterRegistrationBean<RequestFilter> registration = new FilterRegistrationBean<>(
                new RequestFilter(problems, maxBodySize.toBytes(), maxUploadSize.toBytes()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Behind the login: who is not known takes no place. */
    @Bean
    FilterRegistrationBean<Admission> admission(
            ProblemWriter problems,
            @Value("${ledger.web.concurrent-commands}") int mostCommands,
            @Value("${ledger.web.concurrent-reads}") int mostReads) {
        FilterRegistrationBean<Admission> registration =
                new FilterRegistrationBean<>(new Admission(problems, mostCommands, mostReads));
        registration.setOrder(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 1);
        return registration;
    }
}
