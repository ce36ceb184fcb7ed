"""Files of many articles: feeds, tables, exports of press databases. Each article becomes an entry."""
