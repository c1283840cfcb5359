/// The words that invented people, shops and addresses are made of. Any likeness is chance.
enum SampleWords {
    static let surnames = split(
        """
        王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕
        苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史
        欧阳 上官 司马 诸葛 夏侯 尉迟
        """)

    static let given = split(
        """
        伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 建 国 志 海 燕 春 梅 红 文 斌 鹏 辉 凤 云
        宁 佳 浩 宇 轩 欣 怡 雨 晨 思 远 博 雅 婷 雪 琳 旭 东 北 南 西 泽 润 源 庆 福 贵 荣 昌 盛 兴 旺 康 瑞 祥 安 乐 嘉 诚 信
        德 义 仁 礼 智 忠 孝 廉 琪 瑶 璐 珊 珍 珠 璟 岚 峰 岩 松 柏 桐 楠 彬 森 林 荷 菊 莲 萍 莹 菲 蕾 薇 蓉 凯 亮 光 耀 晖 昊
        """)

    static let towns = split("城东街道 城西街道 城南街道 湖滨镇 河口镇 柳桥镇 庞家镇 吕艺镇 纯化镇 陈户镇 乔庄镇 兴福镇 店子镇 开发区")

    static let roads = split(
        """
        博城一路 博城五路 渤海大街 胜利路 新城二路 乐安大街 滨河路 文化路 建设街 工业园路 学府路 兴业三路 锦秋大街 董公路 麻大湖路 京博路
        人民路 团结路 光明街 和平路 振兴街 红旗路 朝阳路 解放街 幸福巷 东风路 府前街 青年路 商业街 果园路 码头街 迎宾大道
        """)

    static let places = split("号 号沿街商铺 号商业楼1层 号院内 号农贸市场内 号楼北侧 号102室 号B座 号对面 号综合楼负一层")

    static let brands = split(
        """
        福满 鑫源 老街 聚贤 香满 百味 顺和 永兴 德胜 金穗 禾田 四季 宏达 佳和 万家 同福 瑞祥 春晖 润泽 广源 天顺 民生 惠民 新时
        乡里 柳荫 河畔 麦香 小荷 稻花 谷雨 清和 明月 向阳 东升 南湖 锦绣 鸿运 吉庆 泰和 恒丰 华盛 康健 益民 诚信 友邻 良品 好再
        """)

    static let brandEndings = split("楼 居 斋 坊 轩 阁 园 记 香 来 家 府 堂 苑 味 缘")

    private static func split(_ text: String) -> [String] {
        text.split { $0 == " " || $0 == "\n" }.map(String.init)
    }
}
