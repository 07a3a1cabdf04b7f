package jp.mimamori.service;

import java.time.Clock;
import jp.mimamori.access.SetUpCode;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** How the service is put together. Only rooms that face the web or the database are annotated; everything else is made here, by hand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(ServiceSettings.class)
@ComponentScan(basePackages = "jp.mimamori")
class Service {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SetUpCode setUpCode() {
        return SetUpCode.random();
    }
}
